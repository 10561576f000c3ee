import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl';
import type { Expression, NodeIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import { FACT_NOTES } from '../overlay/fact-notes.js';

/** A field that is there where a fact of the machine says so. */
export interface FactField {
  readonly fact: string;
  /** Whether it is there where the fact is true; `false` for where it is not. */
  readonly when: boolean;
  /** The way to it from the payload. */
  readonly path: readonly string[];
  /** QEMU's name of the field. */
  readonly wireName: string;
  /** Whether this value has it. */
  readonly isPresent: boolean;
  /** The way to the field in front of it. */
  readonly previous: readonly string[] | undefined;
}

/** The fields of a payload that facts decide about, and whether the value has them. */
export function fieldsByFact(schema: Node<unknown>, value: unknown): readonly FactField[] {
  const ir = irOf(schema, { allowParameters: true });
  const found: FactField[] = [];
  visit(ir.root, value, [], ir, found);
  return found;
}

function visit(
  node: NodeIR,
  value: unknown,
  path: readonly string[],
  ir: SchemaIR,
  found: FactField[],
): void {
  switch (node.kind) {
    case 'bind':
    case 'search':
    case 'sized':
      visit(node.node, value, path, ir, found);
      return;
    case 'struct': {
      if (typeof value !== 'object' || value === null) return;
      let previous: readonly string[] | undefined;
      for (const field of ir.structs[node.name]?.fields ?? []) {
        const part: unknown = Reflect.get(value, field.name);
        const inside = [...path, field.name];
        const fact = field.node.kind === 'optional' ? factIn(field.node.when) : undefined;
        if (fact !== undefined && field.visibility === 'value')
          found.push({
            ...fact,
            path: inside,
            wireName: field.metadata?.wireName ?? field.name,
            isPresent: part !== undefined,
            previous,
          });
        if (part !== undefined) previous = inside;
        if (part !== undefined)
          visit(field.node.kind === 'optional' ? field.node.node : field.node, part, inside, ir, found);
      }
      return;
    }
    default:
      return;
  }
}

/** A condition that is one fact, or the absence of one; of several that must hold, the last one: it is the narrowest. */
function factIn(when: Expression): { readonly fact: string; readonly when: boolean } | undefined {
  if (when.op === 'not') {
    const inner = factIn(when.of);
    return inner && { ...inner, when: !inner.when };
  }
  if (when.op === 'and') return factIn(when.right) ?? factIn(when.left);
  if (
    when.op === 'eq' &&
    when.right.op === 'constant' &&
    typeof constantValue(when.right.value) === 'boolean'
  ) {
    const inner = factIn(when.left);
    return inner && { ...inner, when: inner.when === constantValue(when.right.value) };
  }
  if (when.op !== 'parameter' || !Object.hasOwn(FACT_NOTES, when.name)) return undefined;
  return { fact: when.name, when: true };
}
