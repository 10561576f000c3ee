import type { NotCompared } from '@bytewright/runtime/codec';
import type { Expression } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { FieldIR, SchemaIR, StructIR } from '../schema.js';
import { visitNodes } from './children.js';
import { comparesContent } from './content.js';
import { fieldNode } from './field-node.js';
import { hiddenMembers } from './hidden-members.js';
import { structNamed } from './struct-named.js';
import { givenKeys, keysOfFlags, keysOfStruct, keysOfUnion } from './value-keys.js';

/** The context of an equation. */
interface Surroundings {
  readonly struct: StructIR | undefined;
  readonly structs: SchemaIR['structs'];
}

/**
 * Constants and derived fields inside the contents that an equation compares. One side may include them and the other not,
 * which is not a difference: each is checked against what is encoded in its own place.
 */
export function keysNotCompared(expression: Expression, surroundings: Surroundings): NotCompared {
  if (expression.op !== 'eq' && expression.op !== 'ne') return [];
  if (!comparesContent(expression, surroundings)) return [];
  const [left, right] = [expression.left, expression.right].map((side) => contentNode(side, surroundings));
  const own = [expression.left, expression.right].map((side) => ownNode(side, surroundings));
  return keysThatMayComeAlong(left, right, own, surroundings.structs);
}

/** The same for the value of a derived field that is included in the value, and what is encoded for it. */
export function keysNotComparedOf({ node, encode }: FieldIR, surroundings: Surroundings): NotCompared {
  const written = (encode && contentNode(encode, surroundings)) ?? node;
  return keysThatMayComeAlong(node, written, [], surroundings.structs);
}

/** The node whose values an operand has on encode: for a derived field, that of its formula. */
function contentNode(expression: Expression, surroundings: Surroundings): NodeIR | undefined {
  if (expression.op !== 'field') return undefined;
  const [head, ...rest] = expression.path;
  const source = surroundings.struct?.fields.find(({ name }) => name === head)?.encode;
  return source?.op === 'field'
    ? contentNode({ ...source, path: [...source.path, ...rest] }, surroundings)
    : ownNode(expression, surroundings);
}

const ownNode = (expression: Expression, { struct, structs }: Surroundings): NodeIR | undefined =>
  expression.op === 'field' ? fieldNode(struct, expression.path, structs)?.node : undefined;

/**
 * Names are sufficient if none of them is also a visible key somewhere inside, where its absence counts.
 *
 * @param others more nodes whose values are compared with each other
 */
function keysThatMayComeAlong(
  left: NodeIR | undefined,
  right: NodeIR | undefined,
  others: readonly (NodeIR | undefined)[],
  structs: SchemaIR['structs'],
): NotCompared {
  const given = new Set<string>();
  const visible = new Set<string>();
  const met = new Set<string>();
  const look = (node: NodeIR): void =>
    visitNodes(node, (inner) => {
      for (const key of keysWithin(inner)) visible.add(key);
      if (inner.kind !== 'struct' || met.has(inner.name)) return;
      met.add(inner.name);
      const struct = structNamed(inner.name, structs);
      for (const key of givenKeys(struct)) given.add(key);
      for (const { keys } of keysOfStruct(struct)) for (const key of keys) visible.add(key);
      for (const field of struct.fields) look(field.node);
    });
  for (const node of [left, right, ...others]) if (node !== undefined) look(node);
  const names = [...given].sort();
  return names.some((name) => visible.has(name)) ? hiddenMembers(left, right, structs) : names;
}

/** Keys of a node's own value, if that is an object but not a struct's. */
function keysWithin(node: NodeIR): readonly string[] {
  switch (node.kind) {
    case 'flags':
      return keysOfFlags(node);
    case 'union':
    case 'firstOf':
      return keysOfUnion(node).flatMap(({ keys }) => keys);
    case 'varint':
      return node.preserve ? ['value', 'byteLength'] : [];
    case 'float':
      return node.preserve ? ['nan'] : [];
    case 'gaps':
      return ['offset', 'bytes'];
    default:
      return [];
  }
}
