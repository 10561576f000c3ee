import type { ByteSource } from './byte-source.js';
import type { FoundDeviceState } from './found-device-state.js';

/** The location of a device state in the file that it was read from. */
export interface Place {
  /** The size of the file. */
  readonly size: number;
  /** Maps an offset in the device state to one in the file. */
  offsetOf(offset: number): number;
}

/** Magic and version. */
const HEADER = 8;

/** The location in a file that is a device state itself. */
export function placeOfWhole(size: number): Place {
  return { size, offsetOf: (offset) => offset };
}

/**
 * The location of the bytes that `extractDeviceState` extracts from a file. A migration stream is mapped section by section,
 * as there may be others between them.
 *
 * @example for an image whose device state begins at byte 34063184: `offsetOf(8)` is 34063192
 */
export function placeOf({ size }: Pick<ByteSource, 'size'>, found: FoundDeviceState): Place {
  if (found.kind !== 'migration') return { size, offsetOf: (offset) => found.offset + offset };
  const { sections, endOfFile } = found.migration;
  const starts: number[] = [];
  let end = HEADER;
  for (const { length } of sections) {
    starts.push(end);
    end += length;
  }
  return {
    size,
    offsetOf(offset) {
      if (offset < HEADER) return offset;
      if (offset >= end) return endOfFile + (offset - end);
      const index = lastAtMost(starts, offset);
      return (sections[index]?.offset ?? 0) + offset - (starts[index] ?? 0);
    },
  };
}

/** The index of the last of ascending numbers that is at most a limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
