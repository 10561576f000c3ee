import { DecodeContext } from '../../interpreter/decode-context.js';
import { EncodeContext } from '../../interpreter/encode-context.js';
import { evaluate } from '../../interpreter/evaluate.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { Expression } from '../../ir/expression.js';
import { fieldsOf } from '../../ir/expression.js';
import type { NodeIR } from '../../ir/node.js';
import type { FieldIR } from '../../ir/schema.js';
import { bytesOf } from './bytes-of.js';
import type { Place } from './place.js';

/**
 * Whether a value's own bytes give an expression its required result, if the expression uses a field that is peeked at directly
 * before the value. If the value is too short to tell, the answer is yes.
 *
 * @returns `undefined` if such a field is not the only one that the expression uses
 */
export function asPeeked(
  expression: Expression,
  node: NodeIR,
  { scope, field }: Place,
  accepts: (found: unknown) => boolean,
): ((value: unknown) => boolean) | undefined {
  const peeked = field && peekedInFrontOf(field, expression, scope.struct?.fields ?? []);
  if (peeked === undefined) return undefined;
  const { structs } = scope;
  const { max } = sizeBounds(peeked.node.kind === 'peek' ? peeked.node.node : peeked.node, structs);
  return (value) => {
    const bytes = bytesOf(node, value, scope);
    if (bytes === undefined || bytes.length < max) return true;
    const inner = scope.asEncodeScope(new EncodeContext(bytes, structs, false));
    inner.peekAt(peeked.name, 0);
    return accepts(inner.onFinished(new DecodeContext(bytes, structs), () => evaluate(expression, inner)));
  };
}

/** The only field that an expression uses, if it is peeked at where another field begins. */
function peekedInFrontOf(
  field: FieldIR,
  expression: Expression,
  fields: readonly FieldIR[],
): FieldIR | undefined {
  const [name, ...others] = fieldsOf(expression);
  const at = fields.findIndex((candidate) => candidate.name === name);
  const between = fields.slice(at + 1, fields.indexOf(field));
  const peeked = fields[at];
  const isInFront = others.length === 0 && between.every(({ visibility }) => visibility === 'peek');
  return peeked?.visibility === 'peek' && isInFront ? peeked : undefined;
}
