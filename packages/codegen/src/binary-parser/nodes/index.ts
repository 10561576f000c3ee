import type { NodeIR, NodeKind, NodeOf } from '@bytewright/schema-dsl/ir';
import type { AddNode, Site } from '../site.js';
import { align } from './align.js';
import { atEnd } from './at-end.js';
import { bind } from './bind.js';
import { bits } from './bits.js';
import { boolean } from './boolean.js';
import { bytes } from './bytes.js';
import { enumeration } from './enumeration.js';
import { flags } from './flags.js';
import { float } from './float.js';
import { integer } from './integer.js';
import { list } from './list.js';
import { literal } from './literal.js';
import { optional } from './optional.js';
import { padding } from './padding.js';
import { refused } from './refused.js';
import { sized } from './sized.js';
import { string } from './string.js';
import { struct } from './struct.js';
import { union } from './union.js';
import { varint } from './varint.js';

const constructs: { readonly [K in NodeKind]: AddNode<NodeOf<K>> } = {
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
  peek: refused('peek'),
  lookahead: refused('lookahead'),
  presence: refused('presence'),
  align,
  at: refused('at'),
  atEach: refused('atEach'),
  tail: refused('tail'),
  gaps: refused('gaps'),
  atEnd,
  processed: refused('processed'),
  custom: refused('custom'),
  sized,
  union,
  firstOf: refused('firstOf'),
  search: refused('search'),
  bind,
};

/** Adds a node of any kind. */
export function addNode(node: NodeIR, site: Site): void {
  // The table pairs each kind with its own function; the type checker cannot follow that through an index.
  (constructs[node.kind] as AddNode<NodeIR>)(node, site);
}
