import type { BitsNode } from '../../ir/nodes/bits.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import { boolean } from './boolean.js';
import { integersOf } from './integer.js';
import type { Generate } from './place.js';

/** Any number that the bits can hold, as for integers; a boolean for a single bit. */
export const bits: Generate<BitsNode> = (node, place) =>
  node.type === 'boolean' ? boolean({ kind: 'boolean' }, place) : integersOf(bitsTraits(node), place);
