import { joinBytes } from '@bytewright/runtime/codec';
import { endOfState } from '../../open/end-of-state.js';
import type { OpenOptions } from '../../open/open-options.js';
import { readDeviceState } from '../../open/report/read-device-state.js';
import type { Damage, Repair } from '../damage/damage.js';
import { behindTheEnd } from '../damage/file-damage.js';
import { findDamage } from '../damage/find-damage.js';
import { FixError } from './fix-error.js';

/** A file with more of this is not one file any more. */
const MOST_REPAIRS = 64;

/** A file without the damage that could be undone. */
export interface RepairedBytes {
  /** The state by itself. */
  readonly bytes: Uint8Array;
  /** What follows it, and is no damage. */
  readonly behind: Uint8Array;
  /** What was changed, in words. */
  readonly changes: readonly string[];
}

/**
 * Undoes damage that is certain: footers that bear a wrong id or are missing, and a second file behind the end. Nothing is made
 * up that the sections themselves do not say.
 *
 * @param offsetOf where a byte of the state is in the file that it was read from, as the changes tell places there
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
        `${finding.section?.idstr ?? 'the file'}: ${finding.why}; nothing can be done about ${finding.found}`,
      );
    if (finding.cause === 'trailing-bytes') {
      behind = joinBytes(repaired.subarray(repair.offset), behind);
      repaired = repaired.subarray(0, repair.offset);
      continue;
    }
    changes.push(`at byte ${offsetOf(repair.offset)}: ${repair.change}`);
    repaired = withRepair(repaired, repair);
  }
  throw new FixError(`there is more damage than can be undone: ${MOST_REPAIRS} faults were not all of it`);
}

function withRepair(bytes: Uint8Array, { offset, removed, added }: Repair): Uint8Array {
  const whole = new Uint8Array(bytes.length - removed + added.length);
  whole.set(bytes.subarray(0, offset));
  whole.set(added, offset);
  whole.set(bytes.subarray(offset + removed), offset + added.length);
  return whole;
}
