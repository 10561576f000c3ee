import type * as fc from 'fast-check';
import type { NodeIR, NodeKind, NodeOf } from '../../ir/node.js';
import { align } from './align.js';
import { at } from './at.js';
import { atEach } from './at-each.js';
import { atEnd } from './at-end.js';
import { bind } from './bind.js';
import { bits } from './bits.js';
import { boolean } from './boolean.js';
import { bytes } from './bytes.js';
import { custom } from './custom.js';
import { enumeration } from './enumeration.js';
import { firstOf } from './first-of.js';
import { flags } from './flags.js';
import { float } from './float.js';
import { gaps } from './gaps.js';
import { integer } from './integer.js';
import { list } from './list.js';
import { literal } from './literal.js';
import { lookahead } from './lookahead.js';
import { optional } from './optional.js';
import { padding } from './padding.js';
import { peek } from './peek.js';
import type { Generate, Place } from './place.js';
import { presence } from './presence.js';
import { processed } from './processed.js';
import { search } from './search.js';
import { sized } from './sized.js';
import { string } from './string.js';
import { struct } from './struct.js';
import { tail } from './tail.js';
import { union } from './union.js';
import { varint } from './varint.js';

const generators: { readonly [K in NodeKind]: Generate<NodeOf<K>> } = {
  integer,
  float,
  varint,
  enumeration,
  flags,
  boolean,
  bits,
  literal,
  bytes,
  string,
  padding,
  list,
  struct,
  optional,
  peek,
  lookahead,
  presence,
  atEnd,
  align,
  at,
  atEach,
  tail,
  gaps,
  sized,
  processed,
  custom,
  union,
  firstOf,
  search,
  bind,
};

/**
 * Values of a node, as far as its surroundings are settled. Most are valid; constraints on the whole (a boundary inside a
 * payload, two fields that disagree) are left to the encoder.
 */
export function valuesOf(node: NodeIR, place: Place): fc.Arbitrary<unknown> {
  // The table pairs each kind with its own generator; the type checker cannot follow that through an index.
  return (generators[node.kind] as Generate<NodeIR>)(node, place);
}
