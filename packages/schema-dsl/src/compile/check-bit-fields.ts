import { bitFieldOf, fieldGroups } from '../ir/analysis/bit-runs.js';
import { childrenOf } from '../ir/analysis/children.js';
import { virtualValues } from '../ir/analysis/virtual-values.js';
import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { BitsNode } from '../ir/nodes/bits.js';
import { isFirstOfRun, isLastOfRun } from '../ir/nodes/bits.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * A bit field shares its bytes, so nothing may ask for its offset, or for its byte length without asking for that of the
 * whole run; and a span must contain either all of a run or none of it.
 */
export function checkBitFields(struct: StructIR): void {
  const bitFields = new Map(
    struct.fields.flatMap(({ name, node }) => {
      const bits = bitFieldOf(node);
      return bits === undefined ? [] : [[name, bits] as const];
    }),
  );
  if (bitFields.size === 0) return;
  checkExpressions(struct);
  checkSpans(struct, bitFields);
}

function checkExpressions(struct: StructIR): void {
  const runs = fieldGroups(struct.fields)
    .filter(([first]) => first !== undefined && bitFieldOf(first.node) !== undefined)
    .map((run) => run.map(({ name }) => name));
  const check = (whole: Expression): void => {
    const measured = fieldsUnder('byteLength', whole);
    const offsets = fieldsUnder('offsetOf', whole);
    for (const run of runs) {
      const placed = run.find((name) => offsets.has(name));
      const part = run.some((name) => !measured.has(name)) && run.find((name) => measured.has(name));
      const [name, op] = placed === undefined ? [part || undefined, 'byteLength'] : [placed, 'offsetOf'];
      if (name === undefined) continue;
      throw new SchemaError(
        'shared-bytes',
        `${struct.name}.${name}`,
        `${op}() of a bit field, which shares its bytes with others; put the run into a struct, such as bits(…), and refer to that`,
      );
    }
  };
  const visit = (node: NodeIR): void => {
    const { inline, ahead, expressions } = childrenOf(node);
    expressions.forEach(check);
    for (const child of [...inline, ...ahead]) visit(child);
  };
  for (const { node, encode } of struct.fields) {
    visit(node);
    if (encode !== undefined) check(encode);
  }
  for (const { holds } of struct.checks) check(holds);
  for (const value of virtualValues(struct)) check(value);
}

function fieldsUnder(op: 'byteLength' | 'offsetOf', whole: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.op === op) found.add(expression.field);
    operands(expression).forEach(visit);
  };
  visit(whole);
  return found;
}

function checkSpans({ name, checksums = [] }: StructIR, bitFields: ReadonlyMap<string, BitsNode>): void {
  for (const { field, over } of checksums) {
    for (const part of over) {
      if (part.kind !== 'span') continue;
      const [first, last] = [bitFields.get(part.first), bitFields.get(part.last)];
      const split =
        first !== undefined && !isFirstOfRun(first)
          ? `begins with ${part.first}, which is not the first`
          : last !== undefined && !isLastOfRun(last)
            ? `ends with ${part.last}, which is not the last`
            : undefined;
      if (split !== undefined)
        throw new SchemaError(
          'shared-bytes',
          `${name}.${field}`,
          `the span ${split} of the bit fields that share its bytes; include all of them, or none`,
        );
    }
  }
}
