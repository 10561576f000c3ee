import type { Expression, FieldIR } from '@bytewright/schema-dsl/ir';
import { operands } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitSize } from '../nodes/index.js';
import type { SizeCode } from '../nodes/node-emitter.js';
import { encodedValue } from './encoded-value.js';
import { forField } from './struct-function.js';

/** Code that adds sizes to `size`: what is the same for all values, and the rest. */
export function sizesDerivedLast(fields: readonly FieldIR[], emitter: FunctionEmitter): SizeCode {
  let fixed = 0;
  const code: Code[number][] = [];
  const measured = measuredForOthers(fields);
  // derived fields last: what they are computed from has been looked at then
  const isDerived = (field: FieldIR): boolean => field.visibility === 'derived';
  for (const field of [...fields].sort((a, b) => Number(isDerived(a)) - Number(isDerived(b)))) {
    const { fixed: more, code: rest } = emitSize(
      field.node,
      encodedValue(field, emitter),
      forField(emitter, field),
    );
    fixed += more;
    if (!measured.has(field.name) || rest.length === 0) {
      code.push(...rest);
      continue;
    }
    // taken once, or a value would cost twice as much with every level of nesting
    const before = freshName(emitter, `${field.name}Before`);
    const size = freshName(emitter, `${field.name}Length`);
    const own = `size - ${before}${more === 0 ? '' : ` + ${more}`}`;
    code.push(`const ${before} = size;`, ...rest, `const ${size} = ${own};`);
    emitter.sizes.set(field.name, size);
  }
  return { fixed, code };
}

/** Fields whose sizes others, added up later, are computed from, each by a size of its own. */
function measuredForOthers(fields: readonly FieldIR[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.op === 'byteLength') found.add(expression.field);
    operands(expression).forEach(visit);
  };
  for (const { node, encode } of fields) {
    const isSized = node.kind === 'varint' || node.kind === 'custom' || node.kind === 'enumeration';
    if (isSized && encode !== undefined) visit(encode);
  }
  return found;
}
