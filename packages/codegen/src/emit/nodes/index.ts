import type { NodeIR, NodeKind, NodeOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
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
import type { NodeEmitter, SizeCode } from './node-emitter.js';
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

const emitters: { readonly [K in NodeKind]: NodeEmitter<NodeOf<K>> } = {
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

// The table pairs each kind with its own emitter; the type checker cannot follow that through an index.
const emitterOf = (node: NodeIR): NodeEmitter<NodeIR> => emitters[node.kind] as NodeEmitter<NodeIR>;

/** The TypeScript type of a node's value. */
export function emitType(node: NodeIR, emitter: ModuleEmitter): string {
  return emitterOf(node).type(node, emitter);
}

/** Code that reads a node into `target`. */
export function emitRead(node: NodeIR, target: string | undefined, emitter: FunctionEmitter): Code {
  return emitterOf(node).read(node, target, emitter);
}

/** Code that tries a node ahead. */
export function emitMatch(node: NodeIR, target: string | undefined, emitter: FunctionEmitter): Code {
  return emitterOf(node).match(node, target, emitter);
}

/** Code that adds up a value's bytes. */
export function emitSize(node: NodeIR, value: string, emitter: FunctionEmitter): SizeCode {
  return emitterOf(node).size(node, value, emitter);
}

/** Code that writes a value. */
export function emitWrite(node: NodeIR, value: string, emitter: FunctionEmitter): Code {
  return emitterOf(node).write(node, value, emitter);
}
