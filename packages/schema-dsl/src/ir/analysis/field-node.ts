import type { ScalarType } from '../expression.js';
import type { NodeIR } from '../node.js';
import { bitsTraits } from '../nodes/bits.js';
import type { FlagsNode } from '../nodes/flags.js';
import { UNKNOWN_BITS } from '../nodes/flags.js';
import { integerTraits } from '../nodes/integer.js';
import { varintTraits } from '../nodes/varint.js';
import type { SchemaIR, StructIR } from '../schema.js';
import { structNamed } from './struct-named.js';

/** The node that a path of fields leads to. */
export interface FieldNode {
  /** The node itself, without wrappers that only bind, bound or make it optional. */
  readonly node: NodeIR;
  /** Whether something on the path may be absent. */
  readonly isMaybeAbsent: boolean;
}

/** The node at the end of a path of fields that begins in a struct; `undefined` if it does not exist. */
export function fieldNode(
  struct: StructIR | undefined,
  [head, ...rest]: readonly string[],
  structs: SchemaIR['structs'],
): FieldNode | undefined {
  const field = struct?.fields.find(({ name }) => name === head);
  if (field === undefined) return undefined;
  return partNode(unwrap(field.node), rest, structs);
}

/** The node at the end of a path that begins in a node: a struct's fields, or a flag set's flags. */
export function partNode(
  of: FieldNode,
  path: readonly string[],
  structs: SchemaIR['structs'],
): FieldNode | undefined {
  const { node, isMaybeAbsent } = of;
  if (path.length === 0) return of;
  if (node.kind === 'flags') return memberOfFlags(node, path, isMaybeAbsent);
  if (node.kind !== 'struct') return undefined;
  const below = fieldNode(structNamed(node.name, structs), path, structs);
  return below && { node: below.node, isMaybeAbsent: isMaybeAbsent || below.isMaybeAbsent };
}

/** A flag is a boolean; the unnamed bits are an integer like the whole. */
function memberOfFlags(
  { node, flags, strict }: FlagsNode,
  [name, ...rest]: readonly string[],
  isMaybeAbsent: boolean,
): FieldNode | undefined {
  if (rest.length > 0) return undefined;
  if (name === UNKNOWN_BITS) return strict ? undefined : { node, isMaybeAbsent };
  return flags.some((flag) => flag.name === name) ? { node: { kind: 'boolean' }, isMaybeAbsent } : undefined;
}

/** The type of a node's value as relations see it, if it is a scalar. */
export function scalarTypeOfNode(node: NodeIR): ScalarType | undefined {
  switch (node.kind) {
    case 'integer':
      return integerTraits(node).bigint ? 'bigint' : 'number';
    case 'float':
      return 'number';
    case 'varint':
      return varintTraits(node).bigint ? 'bigint' : 'number';
    case 'custom':
      return node.type;
    case 'bits':
      return bitsTraits(node).scalar;
    case 'enumeration':
      return node.open ? undefined : 'string';
    case 'boolean':
      return 'boolean';
    case 'lookahead':
    case 'presence':
      return 'boolean';
    case 'string':
      return 'string';
    case 'literal':
      return scalarTypeOfNode(node.node);
    default:
      return undefined;
  }
}

function unwrap(node: NodeIR): FieldNode {
  switch (node.kind) {
    case 'bind':
    case 'search':
    case 'sized':
    case 'tail':
    case 'processed':
      return unwrap(node.node);
    case 'at':
      return { node: unwrap(node.node).node, isMaybeAbsent: node.when !== undefined };
    case 'optional':
    case 'peek':
      return { node: unwrap(node.node).node, isMaybeAbsent: true };
    default:
      return { node, isMaybeAbsent: false };
  }
}
