import { presenceTexts } from '@bytewright/runtime/codec';
import type { Expression } from '../../ir/expression.js';
import { fieldsOf } from '../../ir/expression.js';
import type { OptionalNode } from '../../ir/node.js';
import { printExpression } from '../../ir/print-expression.js';
import { EncodeScope } from '../encode-scope.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import { readingOf } from './index.js';
import type { Reading } from './reading.js';

export const optional: Reading<OptionalNode> = {
  decode: (node, decoding, scope) =>
    evaluate(node.when, scope) ? readingOf(node.node).decode(node.node, decoding, scope) : undefined,
  size: (node, value, encoding, scope) =>
    isThere(node, value, scope) ? readingOf(node.node).size(node.node, value, encoding, scope) : 0,
  encode(node, value, encoding, scope) {
    const isPresent = isThere(node, value, scope);
    agree(node.when, isPresent, value, encoding, scope);
    if (isPresent) readingOf(node.node).encode(node.node, value, encoding, scope);
  },
};

/** The value says whether it is there; where there is none, as in a presence, the condition does. */
function isThere({ when }: OptionalNode, value: unknown, scope: Scope): boolean {
  return value === NOTHING ? Boolean(evaluate(when, scope)) : value !== undefined;
}

/**
 * Holds the presence of a value against the condition that decode will decide by: at once where the
 * expression is known, on the finished bytes where it rests on a peeked field.
 */
export function agree(
  when: Expression,
  isPresent: boolean,
  value: unknown,
  encoding: Encoding,
  scope: Scope,
): void {
  if (scope instanceof EncodeScope && restsOnPeek(when, scope)) {
    encoding.decide(encoding.offset, (decoding) =>
      scope.onFinished(decoding, () => Boolean(evaluate(when, scope)) === isPresent),
    );
    return;
  }
  if (Boolean(evaluate(when, scope)) === isPresent) return;
  throw encoding.error('mismatch', ...presenceTexts(value, printExpression(when)));
}

/** Whether an expression speaks of a field that is only peeked at. */
export function restsOnPeek(expression: Expression, scope: EncodeScope): boolean {
  const used = fieldsOf(expression);
  return scope.struct.fields.some((field) => field.visibility === 'peek' && used.has(field.name));
}
