import type { DecodeError } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import { openDeviceState } from '../open-device-state.js';
import type { OpenOptions } from '../open-options.js';
import type { OpenedWith } from '../opened-with.js';
import type { DeviceStateReport } from './report.js';
import type { DamagedSection } from './report-damage.js';
import { reportDamage } from './report-damage.js';

/** Marker and section id. */
const FOOTER_SIZE = 1 + 4;

/** The readable part of a file. */
export interface DeviceStateReading {
  /** The file as opened with a catalog; `undefined` if it is damaged. */
  readonly opened: OpenedWith | undefined;
  readonly report: DeviceStateReport;
  /** The error, if the file is damaged. */
  readonly error: DecodeError | undefined;
  /** The section that contains the damage, if any. */
  readonly damagedSection: DamagedSection | undefined;
}

/**
 * Opens a device-state file and reports on it. Never throws for bad bytes: for a damaged file, the report covers everything
 * before the damage.
 *
 * @param known - an error that the bytes do not show, such as one in the gzip data they came from; the file then counts as
 * damaged whatever its bytes
 * @example
 * readDeviceState(bytes).report.sections[0]
 * // { offset: 8, sectionId: 2, idstr: 'timer', …, payloadOffset: 27, payloadLength: 24, footer: true, end: 'footer' … }
 */
export function readDeviceState(
  bytes: Uint8Array,
  options: OpenOptions = {},
  known?: DecodeError,
): DeviceStateReading {
  try {
    const opened = openDeviceState(bytes, options);
    const { report } = opened;
    if (known === undefined) return { opened, report, error: undefined, damagedSection: undefined };
    return {
      opened: undefined,
      report: { ...report, error: known.toJSON() },
      error: known,
      damagedSection: undefined,
    };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    const cause = known ?? error;
    const { catalogs: _, layout: __, ...decodeOptions } = options;
    const { report, damagedSection } = reportDamage(bytes, cause, decodeOptions);
    return { opened: undefined, error: cause, report: withDevices(report, bytes, options), damagedSection };
  }
}

/** Adds the devices of the sections before the damage to a report, as if the file ended after them. */
function withDevices(report: DeviceStateReport, bytes: Uint8Array, options: OpenOptions): DeviceStateReport {
  const last = report.sections.at(-1);
  if (last === undefined) return report;
  const end = last.payloadOffset + last.payloadLength + (last.footer ? FOOTER_SIZE : 0);
  const sound = new Uint8Array(end + 1); // its last byte, 0, ends the sections
  sound.set(bytes.subarray(0, end));
  try {
    const { sections } = openDeviceState(sound, options).report;
    const known = report.sections.map((section, i) => {
      const other = sections[i];
      const isSame = other?.offset === section.offset && other.payloadLength === section.payloadLength;
      return isSame ? { ...section, device: other.device, decodedBy: other.decodedBy } : section;
    });
    return { ...report, sections: known };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    return report;
  }
}
