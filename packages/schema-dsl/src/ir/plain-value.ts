import type { NaNBits } from '@bytewright/runtime';
import { withoutPadding, withoutPayload } from '@bytewright/runtime/codec';
import type { PlainOf } from './expression.js';

/**
 * What a relation sees of a field that keeps more than its value.
 *
 * @example `plainValue({ value: 3, byteLength: 2 }, 'varint')` is 3
 */
export function plainValue(value: unknown, of: PlainOf | undefined): unknown {
  if (of === undefined || value === undefined) return value;
  switch (of) {
    case 'varint':
      return withoutPadding(value as number); // or a bigint, or one of these with its bytes
    case 'boolean':
      return Boolean(value);
    case 'float':
      return withoutPayload(value as number | NaNBits);
  }
}
