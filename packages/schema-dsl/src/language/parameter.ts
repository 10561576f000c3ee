import type { BindingIR, Constant, Expression, ScalarType } from '../ir/expression.js';
import { toOperandConstant } from '../ir/expression.js';
import { bitsTraits } from '../ir/nodes/bits.js';
import type { NumericTraits } from '../ir/nodes/numeric.js';
import { numericTraits } from '../ir/nodes/numeric.js';
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

/** What a parameter is where nothing binds it. */
export interface ParameterOptions<T> {
  /** The value at the root, where nothing above binds the parameter. Without it, something must. */
  readonly default?: NoInfer<T>;
}

/**
 * Declares a parameter. The node gives its type only; a parameter has no bytes.
 *
 * Bound by `.with()` on a node or `$.field.with()` in a relation, for everything below. What is said where a struct
 * is used goes before what the struct says for itself (`Struct.with()`), and that before what is inherited from above.
 *
 * @example
 * const sectionId = parameter('sectionId', u32be);
 * struct('Section', { sectionId: u32be, footer: Footer }).where(($) => [$.footer.with(sectionId.of($.sectionId))]);
 */
export function parameter<T>(name: string, type: Node<T>, options: ParameterOptions<T> = {}): Parameter<T> {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw new TypeError(`Parameter name ${JSON.stringify(name)} is not an identifier`);
  return makeParameter<T>({
    op: 'parameter',
    name,
    type: scalarType(type.definition),
    ...(options.default === undefined ? {} : { default: presetOf(name, type.definition, options.default) }),
  });
}

/** A parameter from what it is in the representation; the static type is the caller's claim, as for `makeNode`. */
export function makeParameter<T>(expression: Expression & { readonly op: 'parameter' }): Parameter<T> {
  const { name, values } = expression;
  const of = (value: unknown): Binding => {
    if (typeof value === 'string' && values !== undefined && !values.includes(value))
      throw new TypeError(`${name} is ${values.join(' or ')}, not ${JSON.stringify(value)}`);
    return { binding: { parameter: name, value: toExpression(value) } };
  };
  return Object.freeze({
    ...makeExpr(expression),
    ...expressionMethods(expression),
    parameter: name,
    of,
  }) as unknown as Parameter<T>;
}

function presetOf(name: string, type: Definition, preset: unknown): Constant {
  const wanted = scalarType(type);
  if (typeof preset !== wanted)
    throw new TypeError(`The default of parameter ${name} is a ${wanted}, not ${String(preset)}`);
  const limits = limitsOf(type);
  if (limits !== undefined) {
    const fits = typeof preset === 'bigint' || Number.isInteger(preset);
    if (!fits || BigInt(preset as number) < limits.min || BigInt(preset as number) > limits.max)
      throw new TypeError(`The default of parameter ${name} is no ${limits.label}: ${String(preset)}`);
  }
  if (type.kind === 'enumeration' && !Object.hasOwn(type.members, preset as string))
    throw new TypeError(`The default of parameter ${name} is no member: ${String(preset)}`);
  return toOperandConstant(preset);
}

function limitsOf(type: Definition): NumericTraits | undefined {
  if (type.kind === 'integer' || type.kind === 'varint') return numericTraits(type);
  return type.kind === 'bits' && type.type !== 'boolean' ? bitsTraits(type) : undefined;
}

function scalarType(definition: Definition): ScalarType {
  switch (definition.kind) {
    case 'integer':
    case 'varint':
      return numericTraits(definition).bigint ? 'bigint' : 'number';
    case 'bits':
      return bitsTraits(definition).scalar;
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    case 'enumeration':
      if (!definition.isOpen) return 'string';
      throw new TypeError('A parameter is a name or a number, and an open enumeration may be both');
    default:
      throw new TypeError(`A parameter is a number, bigint, boolean or string, not ${definition.kind}`);
  }
}
