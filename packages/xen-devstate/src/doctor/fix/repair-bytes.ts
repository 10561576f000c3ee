import type { OpenOptions } from '../../open/open-device-state.js';
import { readDeviceState } from '../../report/read-device-state.js';
import type { Damage, Repair } from '../damage/damage.js';
import { findDamage } from '../damage/find-damage.js';
import { FixError } from './fix-error.js';

/** A file with more of this is not one file any more. */
const MOST_REPAIRS = 64;

/** A file without the damage that could be undone. */
export interface RepairedBytes {
  readonly bytes: Uint8Array;
  /** What was changed, in words. */
  readonly changes: readonly string[];
}

/**
 * Undoes damage that is certain: footers that bear a wrong id or are missing, and what is behind the end. Nothing is made up
 * that the sections themselves do not say.
 *
 * @throws FixError for other damage
 */
export async function repairBytes(bytes: Uint8Array, options: OpenOptions = {}): Promise<RepairedBytes> {
  const changes: string[] = [];
  let repaired = bytes;
  for (let i = 0; i <= MOST_REPAIRS; i += 1) {
    const all: readonly Damage[] = await findDamage(repaired, readDeviceState(repaired, options), options);
    const damage = all.find(({ finding }) => finding.level === 'fault');
    if (damage === undefined) return { bytes: repaired, changes };
    const { finding, repair } = damage;
    if (repair === undefined)
      throw new FixError(
        `${finding.section?.idstr ?? 'the file'}: ${finding.why}; nothing can be done about ${finding.found}`,
      );
    changes.push(`at byte ${repair.offset}: ${repair.change}`);
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
