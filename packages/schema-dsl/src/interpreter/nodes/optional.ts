import { presenceTexts } from '@bytewright/runtime/codec';
import type { Expression } from '../../ir/expression.js';
import { fieldsOf } from '../../ir/expression.js';
import type { OptionalNode } from '../../ir/node.js';
import { printExpression } from '../../ir/print-expression.js';
import type { EncodeContext } from '../encode-context.js';
import { EncodeScope } from '../encode-scope.js';
import { evaluate } from '../evaluate.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';

export const optional: NodeHandler<OptionalNode> = {
  decode: (node, context, scope) =>
    evaluate(node.when, scope) ? handlerOf(node.node).decode(node.node, context, scope) : undefined,
  size: (node, value, context, scope) =>
    isThere(node, value, scope) ? handlerOf(node.node).size(node.node, value, context, scope) : 0,
  encode(node, value, context, scope) {
    const isPresent = isThere(node, value, scope);
    agree(node.when, isPresent, value, context, scope);
    if (isPresent) handlerOf(node.node).encode(node.node, value, context, scope);
  },
};

/** The value says whether it is present; without a value, as in a presence, the condition does. */
function isThere({ when }: OptionalNode, value: unknown, scope: Scope): boolean {
  return value === NOTHING ? Boolean(evaluate(when, scope)) : value !== undefined;
}

/**
 * Compares the presence of a value with the condition that a decoder will use: immediately if the expression is known, on
 * the finished bytes if it depends on a peeked field.
 */
export function agree(
  when: Expression,
  isPresent: boolean,
  value: unknown,
  context: EncodeContext,
  scope: Scope,
): void {
  if (scope instanceof EncodeScope && restsOnPeek(when, scope)) {
    context.decide(context.offset, (context) =>
      scope.onFinished(context, () => Boolean(evaluate(when, scope)) === isPresent),
    );
    return;
  }
  if (Boolean(evaluate(when, scope)) === isPresent) return;
  throw context.error('mismatch', ...presenceTexts(value, printExpression(when)));
}

/** Whether an expression depends on a peeked field. */
export function restsOnPeek(expression: Expression, scope: EncodeScope): boolean {
  const used = fieldsOf(expression);
  return scope.struct.fields.some((field) => field.visibility === 'peek' && used.has(field.name));
}
