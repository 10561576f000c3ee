import type { Expression } from '../expression.js';
import type { NodeIR } from '../node.js';
import type { SchemaIR, StructIR } from '../schema.js';
import { visitNodes } from './children.js';
import { comparesContent } from './content.js';
import { fieldNode } from './field-node.js';
import { structNamed } from './struct-named.js';
import { givenKeys, keysOfFlags, keysOfStruct, keysOfUnion } from './value-keys.js';

/**
 * Keys of constants and derived fields inside the contents that an equation compares. They may come along on one side
 * and not on the other, which is no difference: each is held against what is written where it stands. A name that is
 * also a visible key somewhere inside is not among them, as there its absence counts.
 */
export function keysNotCompared(
  expression: Expression,
  { struct, structs }: { readonly struct: StructIR | undefined; readonly structs: SchemaIR['structs'] },
): readonly string[] {
  if (expression.op !== 'eq' && expression.op !== 'ne') return [];
  if (!comparesContent(expression, { struct, structs })) return [];
  const nodes = [expression.left, expression.right].flatMap((side) => {
    const found = side.op === 'field' ? fieldNode(struct, side.path, structs) : undefined;
    return found === undefined ? [] : [found.node];
  });
  return keysThatMayComeAlong(nodes, structs);
}

/** The same for the contents of nodes. */
export function keysThatMayComeAlong(
  nodes: readonly NodeIR[],
  structs: SchemaIR['structs'],
): readonly string[] {
  const given = new Set<string>();
  const visible = new Set<string>();
  const met = new Set<string>();
  const look = (node: NodeIR): void =>
    visitNodes(node, (inner) => {
      if (inner.kind === 'flags') for (const key of keysOfFlags(inner)) visible.add(key);
      if (inner.kind === 'union' || inner.kind === 'firstOf')
        for (const { keys } of keysOfUnion(inner)) for (const key of keys) visible.add(key);
      if (inner.kind !== 'struct' || met.has(inner.name)) return;
      met.add(inner.name);
      const struct = structNamed(inner.name, structs);
      for (const key of givenKeys(struct)) given.add(key);
      for (const { keys } of keysOfStruct(struct)) for (const key of keys) visible.add(key);
      for (const field of struct.fields) look(field.node);
    });
  for (const node of nodes) look(node);
  return [...given].filter((key) => !visible.has(key)).sort();
}
