import type { ByteSource } from './byte-source.js';
import type { FoundDeviceState } from './found-device-state.js';

/** Where a device state is in the file that it was read from. */
export interface Place {
  /** Bytes of the file. */
  readonly size: number;
  /** Where a byte of the device state is in the file. */
  offsetOf(offset: number): number;
}

/** Magic and version. */
const HEADER = 8;

/** The place of a file that is a device state itself. */
export function placeOfWhole(size: number): Place {
  return { size, offsetOf: (offset) => offset };
}

/**
 * The place of what `extractDeviceState` takes out of a file. Of a migration stream that is section by section, as others may
 * stand between them.
 *
 * @example a device state of an image, whose record's body begins at byte 34063184: `offsetOf(8)` is 34063192
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

/** Index of the last of ascending numbers that is not above a limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
