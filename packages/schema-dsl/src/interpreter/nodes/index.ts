import type { NodeIR, NodeKind, NodeOf } from '../../ir/node.js';
import type { DecodeContext } from '../decode-context.js';
import type { EncodeContext } from '../encode-context.js';
import type { Outcome } from '../failure.js';
import type { Scope } from '../scope.js';
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
import type { NodeHandler } from './node-handler.js';
import { optional } from './optional.js';
import { padding } from './padding.js';
import { peek } from './peek.js';
import { presence } from './presence.js';
import { processed } from './processed.js';
import { search } from './search.js';
import { sized } from './sized.js';
import { string } from './string.js';
import { struct } from './struct.js';
import { tail } from './tail.js';
import { union } from './union.js';
import { varint } from './varint.js';

const readings: { readonly [K in NodeKind]: NodeHandler<NodeOf<K>> } = {
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
 * The handler of a node. Nodes through which recursion can pass get the handler of their inner node and call it directly, so
 * that each level costs one stack frame instead of two.
 */
export function handlerOf(node: NodeIR): NodeHandler<NodeIR> {
  // The table pairs each kind with its own handler; the type checker cannot follow that through an index.
  return readings[node.kind] as NodeHandler<NodeIR>;
}

/** Decodes a node of any kind. */
export function decodeNode(node: NodeIR, context: DecodeContext, scope: Scope): Outcome {
  return handlerOf(node).decode(node, context, scope);
}

/** The size of a value of any kind. */
export function sizeNode(node: NodeIR, value: unknown, context: EncodeContext, scope: Scope): number {
  return handlerOf(node).size(node, value, context, scope);
}

/** Encodes a value of any kind. */
export function encodeNode(node: NodeIR, value: unknown, context: EncodeContext, scope: Scope): void {
  handlerOf(node).encode(node, value, context, scope);
}
