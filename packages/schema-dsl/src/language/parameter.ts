import { CallError } from '../ir/call-error.js';
import type { BindingIR, Constant, Expression, ScalarType } from '../ir/expression.js';
import { toOperandConstant } from '../ir/expression.js';
import { bitsTraits } from '../ir/nodes/bits.js';
import type { NumericTraits } from '../ir/nodes/numeric.js';
import { numericTraits } from '../ir/nodes/numeric.js';
import type { Definition } from './definition.js';
import { describeArgument, describeDefinition } from './describe-argument.js';
import type { Expr, Operand } from './expression.js';
import { expressionMethods, makeExpr, toExpression } from './expression.js';
import type { Node } from './node.js';
import { requireNode } from './require-node.js';
import { undocumented } from './undocumented.js';

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
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw new CallError(
      'invalid-name',
      'parameter()',
      `expected an identifier as the name, which is that of an argument in generated code, found ${describeArgument(name)}; use ASCII letters, digits and _, and no digit in front`,
    );
  const call = `parameter(${name})`;
  const definition = undocumented(requireNode(type, call, "parameter('name', u8)").definition);
  return makeParameter<T>({
    op: 'parameter',
    name,
    type: scalarType(call, definition),
    ...(options.default === undefined ? {} : { default: presetOf(call, definition, options.default) }),
  });
}

/** A parameter from what it is in the representation; the static type is the caller's claim, as for `makeNode`. */
export function makeParameter<T>(expression: Expression & { readonly op: 'parameter' }): Parameter<T> {
  const { name, values } = expression;
  const of = (value: unknown): Binding => {
    if (typeof value === 'string' && values !== undefined && !values.includes(value))
      throw new CallError(
        'wrong-binding',
        `${name}.of()`,
        `expected ${values.map((one) => `'${one}'`).join(' or ')}, found ${describeArgument(value)}; give one of these`,
      );
    return { binding: { parameter: name, value: toExpression(value) } };
  };
  return Object.freeze({
    ...makeExpr(expression),
    ...expressionMethods(expression),
    parameter: name,
    of,
  }) as unknown as Parameter<T>;
}

function presetOf(call: string, type: Definition, preset: unknown): Constant {
  const wanted = scalarType(call, type);
  const refuse = (expected: string, cure: string): never => {
    throw new CallError(
      'invalid-parameter',
      call,
      `expected a default that is ${expected}, found ${describeArgument(preset)}; ${cure}`,
    );
  };
  if (typeof preset !== wanted) {
    const isOtherNumber = typeof preset === 'number' || typeof preset === 'bigint';
    const written = wanted === 'bigint' ? 'write it as 5n' : 'write it as 5';
    refuse(
      `a ${wanted}`,
      isOtherNumber && (wanted === 'number' || wanted === 'bigint') ? written : `give it a ${wanted}`,
    );
  }
  const limits = limitsOf(type);
  if (limits !== undefined) {
    const fits = typeof preset === 'bigint' || Number.isInteger(preset);
    if (!fits || BigInt(preset as number) < limits.min || BigInt(preset as number) > limits.max)
      refuse(`a ${limits.label}, ${limits.min} to ${limits.max}`, 'give one in range, or another type');
  }
  if (type.kind === 'enumeration' && !Object.hasOwn(type.members, preset as string))
    refuse(`a member, one of ${Object.keys(type.members).join(', ')}`, 'give one of these');
  return toOperandConstant(preset);
}

function limitsOf(type: Definition): NumericTraits | undefined {
  if (type.kind === 'integer' || type.kind === 'varint') return numericTraits(type);
  return type.kind === 'bits' && type.type !== 'boolean' ? bitsTraits(type) : undefined;
}

function scalarType(call: string, definition: Definition): ScalarType {
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
      throw new CallError(
        'invalid-parameter',
        call,
        'expected a type whose values are all names or all numbers, found openEnumeration(…), which has both; use enumeration(…), or the integer that it names',
      );
    default:
      throw new CallError(
        'invalid-parameter',
        call,
        `expected an integer, bool, string() or enumeration(…) as its type, found ${describeDefinition(definition)}; use the type of a number, bigint, boolean or string`,
      );
  }
}
