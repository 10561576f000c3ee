import type { Expression } from '../expression.js';
import type { ExtentIR } from '../extent.js';
import type { NodeIR } from '../node.js';
import { ENDIANNESS } from '../nodes/byte-order.js';
import { floatTraits } from '../nodes/float.js';
import { integerTraits } from '../nodes/integer.js';
import type { ProcessorIR } from '../processor.js';
import { triedArms } from './arm-tags.js';

/** The nodes and expressions directly inside a node, by how a decoder meets them. */
export interface Children {
  /** Decoded in place. */
  readonly inline: readonly NodeIR[];
  /** Only tried on bytes ahead, possibly many times. */
  readonly ahead: readonly NodeIR[];
  /** Expressions that the node evaluates. */
  readonly expressions: readonly Expression[];
}

/** The direct children of a node: the base of every fold that treats most kinds alike. */
export function childrenOf(node: NodeIR): Children {
  switch (node.kind) {
    case 'integer':
    case 'float': {
      const { byteOrder } = node.kind === 'integer' ? integerTraits(node) : floatTraits(node);
      return { inline: [], ahead: [], expressions: byteOrder === undefined ? [ENDIANNESS] : [] };
    }
    case 'varint':
    case 'custom':
    case 'boolean':
    case 'bits':
    case 'atEnd':
    case 'align':
    case 'gaps':
    case 'struct':
      return { inline: [], ahead: [], expressions: [] };
    case 'literal':
    case 'enumeration':
    case 'flags':
      return { inline: [node.node], ahead: [], expressions: [] };
    case 'bytes':
    case 'string':
    case 'list': {
      const { extent } = node;
      return {
        inline: [
          ...(extent.kind === 'prefix' ? [extent.prefix] : []),
          ...(node.kind === 'list' ? [node.element] : []),
        ],
        ahead: triedAhead(extent),
        expressions: expressionsOf(extent),
      };
    }
    case 'padding':
      return { inline: [], ahead: [], expressions: expressionsOf(node.size) };
    case 'sized':
      return {
        inline: [...(node.size.kind === 'prefix' ? [node.size.prefix] : []), node.node],
        ahead: [],
        expressions: expressionsOf(node.size),
      };
    case 'at':
      return {
        inline: [node.node],
        ahead: [],
        expressions: [node.offset, ...(node.when ? [node.when] : [])],
      };
    case 'atEach':
      return {
        inline: [node.node],
        ahead: [],
        expressions: [node.each, node.offset, ...(node.when ? [node.when] : [])],
      };
    case 'tail': // it is searched for, then decoded
      return { inline: [node.node], ahead: [node.node], expressions: [] };
    case 'processed':
      return { inline: [node.node], ahead: [], expressions: keysOf(node.processor) };
    case 'optional':
      return { inline: [node.node], ahead: [], expressions: [node.when] };
    case 'peek':
    case 'lookahead':
    case 'presence':
      return { inline: [], ahead: [node.node], expressions: [] };
    case 'union':
      return {
        inline: [...node.arms.map((arm) => arm.node), ...(node.otherwise ? [node.otherwise.node] : [])],
        ahead: [...triedArms(node).map((arm) => arm.node), ...(node.followedBy ?? [])],
        expressions: node.selector ? [node.selector] : [],
      };
    case 'firstOf':
      return {
        inline: [],
        ahead: [...node.arms.map((arm) => arm.node), ...node.followedBy],
        expressions: [],
      };
    case 'search':
      return { inline: [node.node], ahead: [node.node, ...(node.followedBy ?? [])], expressions: [] };
    case 'bind':
      return { inline: [node.node], ahead: [], expressions: node.bindings.map((binding) => binding.value) };
  }
}

function triedAhead(extent: ExtentIR): readonly NodeIR[] {
  switch (extent.kind) {
    case 'until':
      return extent.boundaries;
    case 'sentinel':
      return [extent.sentinel];
    case 'while':
      return [extent.ahead];
    default:
      return [];
  }
}

function expressionsOf(extent: ExtentIR): readonly Expression[] {
  switch (extent.kind) {
    case 'expression':
      return [extent.size];
    case 'padded':
      return expressionsOf(extent.size);
    case 'last':
      return [extent.holds];
    case 'while':
      return extent.holds === undefined ? [] : [extent.holds];
    default:
      return [];
  }
}

const keysOf = (processor: ProcessorIR): readonly Expression[] =>
  processor.kind === 'xor' && 'op' in processor.key ? [processor.key] : [];

/** Calls `visit` on a node and everything below it, without entering structs. */
export function visitNodes(node: NodeIR, visit: (node: NodeIR) => void): void {
  visit(node);
  const { inline, ahead } = childrenOf(node);
  for (const child of inline) visitNodes(child, visit);
  for (const child of ahead) visitNodes(child, visit);
}

/** Names of the structs that a node refers to, without entering them. */
export function structsIn(node: NodeIR): readonly string[] {
  const names: string[] = [];
  visitNodes(node, (n) => {
    if (n.kind === 'struct') names.push(n.name);
  });
  return names;
}
