import { varintSize } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import type { VarintNode } from '../../ir/nodes/varint.js';
import { varintTraits } from '../../ir/nodes/varint.js';
import { integer } from './integer.js';
import type { Generate } from './place.js';

/** Integers as for any other type; if padding is preserved, some with redundant bytes. */
export const varint: Generate<VarintNode> = (node, place) => {
  const { preserve, ...plain } = node;
  const values = integer(plain, place) as fc.Arbitrary<number | bigint>; // integers of the node's range
  if (!preserve) return values;
  const { maxSize } = varintTraits(node);
  const padding = fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    fc.integer({ min: 0, max: maxSize - 1 }),
  );
  return fc.tuple(values, padding).map(([value, more]) => {
    const least = varintSize(value, node.encoding);
    const byteLength = Math.min(least + more, maxSize);
    return byteLength === least ? value : { value, byteLength };
  });
};
