import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { Catalog } from './catalog.js';
import type { CatalogName, DeviceStates } from './catalogs.js';
import { catalogsToTry } from './catalogs-to-try.js';
import type { Candidate } from './likely-first.js';
import { likelyFirst } from './likely-first.js';
import { isRegisteredOtherwise, mismatchScore, namesIn } from './mismatch-score.js';
import type { NamedOpenOptions, OpenOptions } from './open-options.js';
import type { OpenedWith } from './opened-with.js';
import type { DeviceStateReport } from './report/report.js';
import { reportValue } from './report/report-value.js';
/** A file opened with one of this package's catalogs: `catalog` determines the type of the value. */
export type OpenedDeviceState = {
  [N in CatalogName]: {
    readonly catalog: N;
    readonly codec: Catalog;
    readonly value: DeviceStates[N];
    readonly report: DeviceStateReport;
  };
}[CatalogName];

/**
 * Opens a device-state file: decodes every field of every device that a catalog knows, and keeps the bytes of the others.
 *
 * A file does not say which QEMU wrote it. Of several catalogs, the one that decodes most sections is used; on a tie, the one
 * whose devices are registered in the order of the file; then the first one.
 *
 * @throws DecodeError if the file is damaged; `readDeviceState` returns the part that can be read
 * @example
 * const { value, report } = openDeviceState(bytes);
 * for (const section of value.sections) if (section.device === 'mc146818rtc') section.state.cmosData; // Uint8Array
 * @example
 * openDeviceState(bytes, { layout: readLayout(fileSource(openSync('same-machine.mig', 'r'))) }); // of any architecture
 */
export function openDeviceState(bytes: Uint8Array, options?: NamedOpenOptions): OpenedDeviceState;
export function openDeviceState(bytes: Uint8Array, options: OpenOptions): OpenedWith;
export function openDeviceState(bytes: Uint8Array, options: OpenOptions = {}): OpenedWith {
  const { catalogs: _, layout: __, ...decodeOptions } = options;
  let best: (Candidate & { readonly opened: OpenedWith; readonly mismatch: number }) | undefined;
  let failure: (Candidate & { readonly error: DecodeError }) | undefined;
  for (const candidate of likelyFirst(bytes, catalogsToTry(options))) {
    if (best?.mismatch === 0 && !mayGoBefore(candidate, best)) continue;
    try {
      const opened = openBy(candidate.codec, bytes, decodeOptions);
      const mismatch = mismatchScore(opened);
      const by = best === undefined ? -1 : mismatch - best.mismatch || candidate.index - best.index;
      if (by < 0) best = { ...candidate, opened, mismatch };
    } catch (error) {
      if (!isDecodeError(error)) throw error;
      const by =
        failure === undefined ? -1 : failure.error.offset - error.offset || candidate.index - failure.index;
      if (by < 0) failure = { ...candidate, error };
    }
  }
  if (best !== undefined) return best.opened;
  throw failure?.error ?? new TypeError('openDeviceState() requires at least one catalog');
}

/** Whether a catalog before a matching one might match as well: not if the order of sections differs. */
function mayGoBefore(
  { codec, index }: Candidate,
  best: Candidate & { readonly opened: OpenedWith },
): boolean {
  return index < best.index && !isRegisteredOtherwise(codec, namesIn(best.opened.report));
}

/**
 * Opens a file with one catalog.
 *
 * @throws DecodeError if the file is damaged
 */
export function openBy(codec: Catalog, bytes: Uint8Array, options: DecodeOptions = {}): OpenedWith {
  const value = codec.decode(bytes, options);
  return { catalog: codec.name, codec, value, report: reportValue(value, codec) };
}
