import { joinBytes } from '@bytewright/runtime/codec';
import { endOfState } from '../../open/end-of-state.js';
import type { OpenOptions } from '../../open/open-options.js';
import { readDeviceState } from '../../open/report/read-device-state.js';
import type { Damage, Repair } from '../damage/damage.js';
import { behindTheEnd } from '../damage/file-damage.js';
import { findDamage } from '../damage/find-damage.js';
import { FixError } from './fix-error.js';

/** The maximum number of repairs: a file with more damage is beyond repair. */
const MOST_REPAIRS = 64;

/** A file whose damage was repaired. */
export interface RepairedBytes {
  /** The state alone. */
  readonly bytes: Uint8Array;
  /** The bytes that follow it and are not damage. */
  readonly behind: Uint8Array;
  /** Describes the changes. */
  readonly changes: readonly string[];
}

/**
 * Repairs damage if the repair is certain: footers that are missing or have the wrong id, and a second file after the end.
 * Never adds information that the sections do not have.
 *
 * @param offsetOf maps an offset in the state to one in the file it was read from, for describing the changes
 * @throws FixError for other damage
 */
export async function repairBytes(
  bytes: Uint8Array,
  options: OpenOptions = {},
  offsetOf = (offset: number): number => offset,
): Promise<RepairedBytes> {
  const changes: string[] = [];
  const end = await endOfState(bytes, options);
  let repaired = bytes.subarray(0, end);
  let behind = bytes.subarray(repaired.length);
  if (end !== undefined) {
    const { finding, repair } = behindTheEnd(bytes, end);
    if (finding.level === 'fault' && repair !== undefined) {
      changes.push(`at byte ${offsetOf(end)}: ${repair.change}`);
      behind = new Uint8Array(0);
    }
  }
  for (let i = 0; i <= MOST_REPAIRS; i += 1) {
    const reading = readDeviceState(repaired, options);
    const all: readonly Damage[] = await findDamage(repaired, reading, options);
    const damage = all.find(({ finding }) => finding.level === 'fault');
    if (damage === undefined) {
      const size = repaired.length - reading.report.trailing;
      return {
        bytes: repaired.subarray(0, size),
        behind: joinBytes(repaired.subarray(size), behind),
        changes,
      };
    }
    const { finding, repair } = damage;
    if (repair === undefined)
      throw new FixError(
        `${finding.section?.idstr ?? 'the file'}: ${finding.why}; cannot be repaired: found ${finding.found}`,
      );
    if (finding.cause === 'trailing-bytes') {
      behind = joinBytes(repaired.subarray(repair.offset), behind);
      repaired = repaired.subarray(0, repair.offset);
      continue;
    }
    changes.push(`at byte ${offsetOf(repair.offset)}: ${repair.change}`);
    repaired = withRepair(repaired, repair);
  }
  throw new FixError(`too much damage to repair: more than ${MOST_REPAIRS} faults`);
}

function withRepair(bytes: Uint8Array, { offset, removed, added }: Repair): Uint8Array {
  const whole = new Uint8Array(bytes.length - removed + added.length);
  whole.set(bytes.subarray(0, offset));
  whole.set(added, offset);
  whole.set(bytes.subarray(offset + removed), offset + added.length);
  return whole;
}
