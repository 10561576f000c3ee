import { sizeBounds } from '../ir/analysis/size-bounds.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';

/**
 * Replaces `byteLength()` of fixed-size fields by a constant: known before anything is decoded and independent of
 * everything, even if the field itself is derived.
 *
 * @example in `length: derived(u16be)`, `byteLength(length) + byteLength(text)` is `2 + byteLength(text)`
 */
export function foldSizes(ir: SchemaIR): SchemaIR {
  const structs = Object.entries(ir.structs).map(([name, struct]) => [name, folded(struct, struct, ir)]);
  return { ...ir, structs: Object.fromEntries(structs) };
}

// The IR is plain data, and only expressions in it have an `op`: one walk finds them all.
function folded<T>(part: T, struct: StructIR, ir: SchemaIR): T {
  if (Array.isArray(part)) return part.map((item: unknown) => folded(item, struct, ir)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part).map(([key, value]) => [key, folded(value as unknown, struct, ir)]);
  const copy = Object.fromEntries(members) as T & Operand;
  switch (copy.op) {
    case 'byteLength':
      return (constantSize(copy, struct, ir) ?? copy) as T;
    case 'plus':
      return (sumOfSizes(copy, part) ?? copy) as T;
    default:
      return copy;
  }
}

function constantSize(expression: { readonly field?: unknown }, struct: StructIR, ir: SchemaIR): unknown {
  const field = struct.fields.find(({ name }) => name === expression.field);
  if (field === undefined) return undefined;
  const { min, max } = sizeBounds(field.node, ir.structs);
  return min === max ? { op: 'constant', value: min } : undefined;
}

type Sum = { readonly left?: Operand; readonly right?: Operand };
type Operand = Sum & { readonly op?: unknown; readonly value?: unknown; readonly field?: unknown };

/** Adds two sizes; constants that the author wrote stay as written. */
function sumOfSizes({ left, right }: Sum, { left: before, right: after }: Sum): unknown {
  const isFolded = before?.op !== 'constant' && after?.op !== 'constant';
  if (!isFolded || typeof left?.value !== 'number' || typeof right?.value !== 'number') return undefined;
  return { op: 'constant', value: left.value + right.value };
}
