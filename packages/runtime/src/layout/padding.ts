import { checkBytes } from '../check/check-values.js';
import { grownValue } from '../errors/changed-value.js';
import { describe } from '../errors/describe.js';
import { decodeFailure, encodeFailure } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { takeBytes } from '../input/input.js';
import type { Output } from '../output/output.js';

/** Bytes from a position to the next multiple of `size`: none where it is one. `paddingTo(5, 4)` is 3. */
export function paddingTo(position: number, size: number): number {
  return (size - (position % size)) % size;
}

/** Where the first byte is that differs from `fill`, or -1. */
export function findOther(bytes: Uint8Array, offset: number, size: number, fill: number): number {
  for (let at = offset; at < offset + size; at++) if (bytes[at] !== fill) return at;
  return -1;
}

/**
 * Checks that bytes are only padding.
 *
 * @throws DecodeError `wrong-constant` at the first byte that is something else.
 */
export function checkPadding(
  bytes: Uint8Array,
  offset: number,
  size: number,
  fill: number,
  path: string,
): void {
  const at = findOther(bytes, offset, size, fill);
  if (at >= 0) throw decodeFailure('wrong-constant', at, path, describe(fill), describe(bytes[at]));
}

/** Padding that may be something else: its bytes where it is, `undefined` where it is all `fill`. */
export function takePadding(
  input: Input,
  offset: number,
  size: number,
  fill: number,
): Uint8Array | undefined {
  const at = findOther(input.bytes, offset, size, fill);
  return at < 0 ? undefined : takeBytes(input, offset, offset + size);
}

/**
 * Writes padding, or what is kept in its place, and gives the offset behind it.
 *
 * @throws EncodeError `wrong-length` where that is of another length, `mismatch` where it is only padding,
 * which is `undefined` in a value.
 */
export function writePadding(
  output: Pick<Output, 'bytes'>,
  kept: unknown,
  size: number,
  fill: number,
  offset: number,
  path: string,
): number {
  const { bytes } = output;
  const end = offset + size;
  if (end > bytes.length) {
    throw grownValue(offset, path, bytes.length - offset, size);
  }
  if (kept === undefined) {
    bytes.fill(fill, offset, end);
    return end;
  }
  const content = checkBytes(kept, offset, path);
  if (content.length !== size) {
    throw encodeFailure('wrong-length', offset, path, `length ${describe(size)}`, `length ${content.length}`);
  }
  bytes.set(content, offset);
  if (findOther(bytes, offset, size, fill) < 0) {
    const expected = 'undefined, which stands for padding';
    throw encodeFailure('mismatch', offset, path, expected, describe(content));
  }
  return end;
}
