import type { ExpressionContext } from '../ir/analysis/expression-context.js';
import { nodeOf } from '../ir/analysis/expression-context.js';
import { fieldNode } from '../ir/analysis/field-node.js';
import { isCopy, plainOf } from '../ir/analysis/plain-of.js';
import type { Expression } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';

/**
 * Marks expressions that read a field which keeps more than its value: they mean the value. A derived field that equals
 * another field takes over all of it.
 */
export function markPlain(ir: SchemaIR): SchemaIR {
  const { structs } = ir;
  const marked = Object.entries(structs).map(([name, struct]) => [name, inStruct(struct, structs)] as const);
  return {
    ...ir,
    root: inPart(ir.root, { struct: undefined, structs }),
    structs: Object.fromEntries(marked),
  };
}

function inStruct(struct: StructIR, structs: SchemaIR['structs']): StructIR {
  const context = { struct, structs };
  const copies = new Set(
    struct.fields.filter((field) => isCopy(field, struct, structs)).map(({ name }) => name),
  );
  const isOfCopy = (field: string | undefined): boolean => field !== undefined && copies.has(field);
  return {
    ...inPart({ ...struct, fields: [], checks: [] }, context),
    fields: struct.fields.map((field) => {
      const marked = inPart(field, context);
      return isOfCopy(field.name) ? { ...marked, encode: field.encode } : marked;
    }),
    checks: struct.checks.map((check) =>
      check.code === 'mismatch' && isOfCopy(check.field) ? check : inPart(check, context),
    ),
  };
}

// The IR is plain data, and only expressions in it have an `op`: one walk finds them all.
function inPart<T>(part: T, context: ExpressionContext): T {
  if (Array.isArray(part)) return part.map((item: unknown) => inPart(item, context)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const inner = contextIn(part, context);
  const copy = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      inPart(value as unknown, key === 'element' ? context : inner),
    ]),
  ) as T & Partial<Expression>;
  if (copy.op !== 'field' && copy.op !== 'element') return copy;
  const plain = plainOf(nodeOf(part as unknown as Expression, context)?.node);
  return plain === undefined ? copy : { ...copy, plain };
}

/** The element for the expressions in a node: that of a condition, or that of an `atEach()` position. */
function contextIn(part: Partial<NodeIR>, context: ExpressionContext): ExpressionContext {
  if (part.kind === 'list') {
    const { extent, element } = part as Extract<NodeIR, { kind: 'list' }>; // nothing else is of this kind
    if (extent.kind === 'last') return { ...context, elementNode: element };
    if (extent.kind === 'while') return { ...context, elementNode: extent.ahead };
  }
  if (part.kind === 'atEach') {
    const { each } = part as Extract<NodeIR, { kind: 'atEach' }>; // likewise
    const list = fieldNode(context.struct, each.path, context.structs)?.node;
    if (list?.kind === 'list') return { ...context, elementNode: list.element };
  }
  return context;
}
