import type { BindingIR, Expression, ScalarType } from '../ir/expression.js';
import { integerTraits } from '../ir/nodes/integer.js';
import type { Definition } from './definition.js';
import type { Expr, Operand } from './expression.js';
import { expressionMethods, makeExpr, toExpression } from './expression.js';
import type { Node } from './node.js';

/** A value for a parameter, to be given to `.with()`. */
export interface Binding {
  readonly binding: BindingIR;
}

/** A named, typed value that is bound above and read anywhere below: an expression, and a maker of bindings. */
export interface Parameter<T> extends Expr<T> {
  readonly parameter: string;
  /** Binds this parameter, for `.with()`. */
  of(value: Operand<T>): Binding;
}

/**
 * Declares a parameter. The node gives its type only; a parameter has no bytes.
 *
 * @example
 * const sectionId = parameter('sectionId', u32be);
 * struct('Section', { sectionId: u32be, footer: Footer }).where(($) => [$.footer.with(sectionId.of($.sectionId))]);
 */
export function parameter<T>(name: string, type: Node<T>): Parameter<T> {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw new TypeError(`Parameter name ${JSON.stringify(name)} is not an identifier`);
  const expression: Expression = { op: 'parameter', name, type: scalarType(type.definition) };
  const of = (value: unknown): Binding => ({ binding: { parameter: name, value: toExpression(value) } });
  return Object.freeze({
    ...makeExpr(expression),
    ...expressionMethods(expression),
    parameter: name,
    of,
  }) as unknown as Parameter<T>;
}

function scalarType(definition: Definition): ScalarType {
  switch (definition.kind) {
    case 'integer':
      return integerTraits(definition.type).bigint ? 'bigint' : 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    default:
      throw new TypeError(`A parameter is a number, bigint, boolean or string, not ${definition.kind}`);
  }
}
