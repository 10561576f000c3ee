import { decodeErrorOf } from '../errors/stack-overflow.js';
import type { DecodeOptions, Input } from '../input/input.js';
import { closeInput, openInput } from '../input/input.js';

/**
 * Decodes a whole input by what reads one value.
 *
 * @throws DecodeError as `read` does, `trailing-bytes` where something is left, `limit-exceeded` where the stack ends.
 * @example `decodeRoot(Uint8Array.of(7), undefined, readByte)` is what `readByte` reads of `07`
 */
export function decodeRoot<T>(
  bytes: Uint8Array,
  options: DecodeOptions | undefined,
  read: (input: Input) => T,
): T {
  const input = openInput(bytes, options);
  try {
    const value = read(input);
    closeInput(input);
    return value;
  } catch (error) {
    throw decodeErrorOf(error);
  }
}
