import type { Expression } from '../../ir/expression.js';
import { fieldsOf } from '../../ir/expression.js';
import type { OptionalNode } from '../../ir/node.js';
import { EncodeScope } from '../encode-scope.js';
import type { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import { NOTHING } from '../nothing.js';
import type { Scope } from '../scope.js';
import { decodeNode, encodeNode, sizeNode } from './index.js';
import type { Reading } from './reading.js';

export const optional: Reading<OptionalNode> = {
  decode: (node, decoding, scope) =>
    evaluate(node.when, scope) ? decodeNode(node.node, decoding, scope) : undefined,
  size: (node, value, encoding, scope) =>
    isThere(node, value, scope) ? sizeNode(node.node, value, encoding, scope) : 0,
  encode(node, value, encoding, scope) {
    const isPresent = isThere(node, value, scope);
    agree(node.when, isPresent, encoding, scope, (when) => (when ? 'present' : 'absent'));
    if (isPresent) encodeNode(node.node, value, encoding, scope);
  },
};

/** The value says whether it is there; where there is none, as in a presence, the condition does. */
function isThere({ when }: OptionalNode, value: unknown, scope: Scope): boolean {
  return value === NOTHING ? Boolean(evaluate(when, scope)) : value !== undefined;
}

/**
 * Holds a choice that the value makes against the expression that decode will make it from: at once where the
 * expression is known, on the finished bytes where it rests on a peeked field.
 */
export function agree(
  expression: Expression,
  chosen: unknown,
  encoding: Encoding,
  scope: Scope,
  describe: (value: unknown) => string,
  matches: (value: unknown) => boolean = (value) => Boolean(value) === chosen,
): void {
  if (scope instanceof EncodeScope && restsOnPeek(expression, scope)) {
    encoding.decide(encoding.offset, (decoding) =>
      scope.onFinished(decoding, () => matches(evaluate(expression, scope))),
    );
    return;
  }
  const value = evaluate(expression, scope);
  if (!matches(value)) throw encoding.error('mismatch', describe(value), describe(chosen));
}

function restsOnPeek(expression: Expression, scope: EncodeScope): boolean {
  const used = fieldsOf(expression);
  return scope.struct.fields.some((field) => field.visibility === 'peek' && used.has(field.name));
}
