import * as fc from 'fast-check';
import type { FlagsNode } from '../../ir/nodes/flags.js';
import { UNKNOWN_BITS, unknownBits } from '../../ir/nodes/flags.js';
import { numericTraits } from '../../ir/nodes/numeric.js';
import type { Generate } from './place.js';

/** Any flags; the unnamed bits are often clear. */
export const flags: Generate<FlagsNode> = (node) => {
  const { bigint } = numericTraits(node.node);
  const others = unknownBits(node);
  const named = Object.fromEntries(node.flags.map(({ name }) => [name, fc.boolean()]));
  const bits = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: others }));
  const unknown = bits.map((drawn) => (bigint ? drawn & others : Number(drawn & others)));
  const members: Record<string, fc.Arbitrary<unknown>> = node.strict
    ? named
    : { ...named, [UNKNOWN_BITS]: unknown };
  return fc.record(members, { noNullPrototype: true });
};
