import { childrenOf } from '../ir/analysis/children.js';
import { fieldNode } from '../ir/analysis/field-node.js';
import { holdsValue } from '../ir/analysis/holds-value.js';
import { isCopy, plainOf } from '../ir/analysis/plain-of.js';
import { sizeBounds } from '../ir/analysis/size-bounds.js';
import type { Expression } from '../ir/expression.js';
import { fieldsOf, offsetsIn } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** The formula of a derived field determines all of it, without a cycle; and look-ahead constructs stand where they are allowed. */
export function checkDerivedFields(struct: StructIR, ir: SchemaIR, faults: Faults): void {
  const derived = new Map(struct.fields.filter((f) => f.visibility === 'derived').map((f) => [f.name, f]));

  /** Fields of cycles that have been reported. */
  const told = new Set<string>();
  faults.each(derived.values(), (field) => {
    const path = `${struct.name}.${field.name}`;
    if (
      plainOf(fieldNode(struct, [field.name], ir.structs)?.node) !== undefined &&
      !isCopy(field, struct, ir.structs)
    )
      throw new SchemaError(
        'underivable-field',
        path,
        'is derived, so what preserve() keeps would be lost; keep the field in the value, or remove preserve()',
      );
    if (field.encode === undefined) return;
    for (const used of fieldsOf(field.encode)) {
      if (used === field.name)
        throw new SchemaError(
          'derivation-cycle',
          path,
          `is derived from itself: ${field.name} → ${field.name}; derive it from another field`,
        );
    }
    if (told.has(field.name)) return;
    const cycle = findCycle(field.name, (name) => neededToEncode(name, struct, ir));
    for (const name of cycle ?? []) told.add(name);
    if (cycle !== undefined)
      throw new SchemaError(
        'derivation-cycle',
        path,
        `derived fields form a cycle: ${cycle.join(' → ')}; keep one of them in the value`,
      );
  });

  faults.each(struct.fields, (field) => {
    visit(field.node, (node) => {
      if (node.kind === 'presence' && holdsValue(node.node, ir.structs)) {
        throw new SchemaError(
          'misplaced-construct',
          `${struct.name}.${field.name}`,
          'presence() is for nodes without a value; use optional() here',
        );
      }
      if (node.kind === 'peek' && field.visibility !== 'peek') {
        throw new SchemaError(
          'misplaced-construct',
          `${struct.name}.${field.name}`,
          'peek() must be a field of its own, not part of another node; make it a field, or use lookahead(…)',
        );
      }
    });
  });
}

/**
 * The fields that must be known before a field can be sized or computed: those in a derived field's formula, and those
 * that the field's parameters are bound to, as parameters are bound before its size is computed.
 */
function neededToEncode(name: string, struct: StructIR, { structs }: SchemaIR): readonly string[] {
  const needed = new Set<string>();
  const need = (expression: Expression): void => {
    for (const used of fieldsOf(expression)) needed.add(used);
    for (const target of offsetsIn(expression)) {
      // an offset is the sum of the preceding sizes, some of which are constant
      for (const earlier of struct.fields.slice(0, indexOf(target, struct))) {
        const { min, max } = sizeBounds(earlier.node, structs);
        if (min < max) needed.add(earlier.name);
      }
    }
  };
  const field = struct.fields.find((candidate) => candidate.name === name);
  if (field === undefined) return [];
  if (field.encode !== undefined) need(field.encode);
  visit(field.node, (node) => {
    if (node.kind === 'bind') for (const { value } of node.bindings) need(value);
  });
  return [...needed];
}

function indexOf(name: string, { fields }: StructIR): number {
  return fields.findIndex((field) => field.name === name);
}

/** The shortest path from a name back to itself, or `undefined`. Each name is visited once. */
function findCycle(start: string, next: (name: string) => readonly string[]): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: readonly { readonly to: string; readonly path: readonly string[] }[] = [
    { to: start, path: [start] },
  ];
  while (ways.length > 0) {
    const longer: (typeof ways)[number][] = [];
    for (const { to, path } of ways) {
      for (const name of next(to)) {
        if (name === start) return [...path, name];
        if (!seen.has(name)) longer.push({ to: name, path: [...path, name] });
        seen.add(name);
      }
    }
    ways = longer;
  }
  return undefined;
}

function visit(node: NodeIR, see: (node: NodeIR) => void): void {
  see(node);
  const { inline, ahead } = childrenOf(node);
  for (const child of [...inline, ...ahead]) visit(child, see);
}
