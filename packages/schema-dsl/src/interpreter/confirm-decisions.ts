import { EncodeError } from '@bytewright/runtime';
import { Decoding } from './decoding.js';
import type { Encoding } from './encoding.js';

/**
 * Makes all decisions once more, on the finished bytes.
 *
 * @throws EncodeError `ambiguous` where a decoder would read another value.
 */
export function confirmDecisions({ bytes, structs, decisions }: Encoding): void {
  for (const { offset, end, path, holds } of decisions) {
    const decoding = new Decoding(bytes, structs);
    decoding.end = end;
    decoding.offset = offset;
    if (!decoding.ahead(offset, () => holds(decoding))) {
      throw new EncodeError({
        code: 'ambiguous',
        offset,
        path,
        expected: 'bytes that read as this value',
        found: 'bytes that a decoder would read otherwise',
      });
    }
  }
}
