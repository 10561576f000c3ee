import type { Expression, FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import { isPositioned, operands, placedNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { fieldSize, isAddedUp } from '../expressions/field-size.js';
import { requireEntry } from '../require-entry.js';

/**
 * Code that adds up the sizes which a derived field is computed from, before it is: they are wanted again for what came along in
 * its place, and for the end of the region that it tells the size of.
 */
export function keepSizes({ visibility, node, encode }: FieldIR, emitter: FunctionEmitter): Code {
  if (visibility !== 'derived' || encode === undefined || node.kind !== 'integer') return [];
  return measuredAlways(encode).flatMap((name): Code => {
    if (emitter.sizes.has(name) || !isAddedUp(name, emitter)) return [];
    const variable = freshName(emitter, `${name}Size`);
    const code = [`const ${variable} = ${fieldSize(name, emitter)};`];
    emitter.sizes.set(name, variable);
    return code;
  });
}

/** Fields whose sizes an expression asks for, whatever else it finds. */
function measuredAlways(expression: Expression): readonly string[] {
  switch (expression.op) {
    case 'byteLength':
      return [expression.field];
    case 'plus':
    case 'minus':
    case 'times':
    case 'div':
    case 'toNumber':
    case 'toBigint':
      return operands(expression).flatMap(measuredAlways);
    default:
      return [];
  }
}

/**
 * Fields whose sizes are checked once they have been written: from where they begin to where they end, so that nothing is added up
 * for it. Elements that lie anywhere have no such end.
 */
export function checkedSizes({ fields, checks }: StructIR, emitter: FunctionEmitter): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { holds, after } of checks)
    for (const name of measuredIn(holds)) {
      const index = fields.findIndex((field) => field.name === name);
      const node = fields[index]?.node;
      const isWhole = node !== undefined && (!isPositioned(node) || placedNode(node) !== undefined);
      if (index <= after && isWhole && isAddedUp(name, emitter)) found.add(name);
    }
  return found;
}

/** From now on a field that has just been written is as long as it has become. */
export function sizeAsWritten(name: string, { starts, ends, sizes }: FunctionEmitter): void {
  sizes.set(name, `${requireEntry(ends, name)} - ${requireEntry(starts, name)}`);
}

function measuredIn(expression: Expression): readonly string[] {
  return expression.op === 'byteLength' ? [expression.field] : operands(expression).flatMap(measuredIn);
}
