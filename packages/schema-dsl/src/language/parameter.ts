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

/** A value for a parameter, for `.with()`. */
export interface Binding {
  readonly binding: BindingIR;
}

/** A named, typed value that is bound above and can be read anywhere below: an expression, and a factory of bindings. */
export interface Parameter<T> extends Expr<T> {
  readonly parameter: string;
  /** Binds this parameter, for `.with()`. */
  of(value: Operand<T>): Binding;
}

/** The value of a parameter that nothing binds: one default, or several candidates. Without either, it must be bound. */
export interface ParameterOptions<T> {
  /** The value at the root, if nothing binds the parameter. */
  readonly default?: NoInfer<T>;
  /**
   * The possible values if nothing on the wire determines it, most likely first. At a root that leaves the parameter
   * unbound they are tried in turn, up to the end of the input, as `search()` does; `search(parameter, node)` tries
   * them too. The first one is the default.
   */
  readonly candidates?: readonly [NoInfer<T>, ...NoInfer<T>[]];
}

/**
 * Declares a parameter. The node only gives its type; a parameter has no bytes.
 *
 * Bind it by `.with()` on a node or `$.field.with()` in a relation, for everything below. A binding where a struct is used
 * takes precedence over the struct's own (`Struct.with()`), which takes precedence over one inherited from above.
 *
 * @example
 * const sectionId = parameter('sectionId', u32be);
 * struct('Section', { sectionId: u32be, footer: Footer }).where(($) => [$.footer.with(sectionId.of($.sectionId))]);
 * @example
 * const hasBus = parameter('hasBus', bool, { candidates: [false, true] });
 * struct('Device', { mode: u8, bus: optional(u16be) }).where(($) => [$.bus.presentWhen(hasBus)]);
 * // at the root, `07` and `07 00 01`: the first candidate with which the device ends where the input does
 */
export function parameter<T>(name: string, type: Node<T>, options: ParameterOptions<T> = {}): Parameter<T> {
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw new CallError(
      'invalid-name',
      'parameter()',
      `expected an identifier as the name, as it becomes an argument in generated code, found ${describeArgument(name)}; use ASCII letters, digits and _, not starting with a digit`,
    );
  const call = `parameter(${name})`;
  const definition = undocumented(requireNode(type, call, "parameter('name', u8)").definition);
  return makeParameter<T>({
    op: 'parameter',
    name,
    type: scalarType(call, definition),
    ...presetsOf(call, definition, options),
  });
}

/** Makes a parameter from its expression in the IR. The caller asserts the static type, as for `makeNode`. */
export function makeParameter<T>(expression: Expression & { readonly op: 'parameter' }): Parameter<T> {
  const { name, values } = expression;
  const of = (value: unknown): Binding => {
    if (typeof value === 'string' && values !== undefined && !values.includes(value))
      throw new CallError(
        'wrong-binding',
        `${name}.of()`,
        `expected ${values.map((one) => `'${one}'`).join(' or ')}, found ${describeArgument(value)}; use one of these`,
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

/** The default or candidates of a parameter. */
function presetsOf(
  call: string,
  type: Definition,
  { default: preset, candidates }: ParameterOptions<unknown>,
): { readonly default?: Constant; readonly candidates?: readonly Constant[] } {
  if (candidates === undefined)
    return preset === undefined ? {} : { default: presetOf(call, type, preset, 'a default') };
  const refuse = (found: string): never => {
    throw new CallError('invalid-parameter', call, found);
  };
  if (preset !== undefined)
    refuse(
      'expected a default or candidates, found both; omit the default, as the first candidate is the default',
    );
  if (!Array.isArray(candidates))
    refuse(`expected an array of candidates, found ${describeArgument(candidates)}; write [first, second]`);
  const constants = candidates.map((one) => presetOf(call, type, one, 'a candidate'));
  const [first] = constants;
  if (first === undefined)
    return refuse('expected at least one candidate, found none; list the possible values');
  const texts = constants.map((constant) => JSON.stringify(constant));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined) refuse(`expected distinct candidates, found ${twice} twice; list it once`);
  return { default: first, candidates: constants };
}

/** @param what the name of the preset in errors */
function presetOf(call: string, type: Definition, preset: unknown, what: string): Constant {
  const wanted = scalarType(call, type);
  const refuse = (expected: string, cure: string): never => {
    throw new CallError(
      'invalid-parameter',
      call,
      `expected ${what} that is ${expected}, found ${describeArgument(preset)}; ${cure}`,
    );
  };
  if (typeof preset !== wanted) {
    const isOtherNumber = typeof preset === 'number' || typeof preset === 'bigint';
    const written = wanted === 'bigint' ? 'write it as 5n' : 'write it as 5';
    refuse(
      `a ${wanted}`,
      isOtherNumber && (wanted === 'number' || wanted === 'bigint') ? written : `pass a ${wanted}`,
    );
  }
  const limits = limitsOf(type);
  if (limits !== undefined) {
    const fits = typeof preset === 'bigint' || Number.isInteger(preset);
    if (!fits || BigInt(preset as number) < limits.min || BigInt(preset as number) > limits.max)
      refuse(`a ${limits.label}, ${limits.min} to ${limits.max}`, 'use one in range, or another type');
  }
  if (type.kind === 'enumeration' && !Object.hasOwn(type.members, preset as string))
    refuse(`a member, one of ${Object.keys(type.members).join(', ')}`, 'use one of these');
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
        'expected a type whose values are all names or all numbers, found openEnumeration(…), which has both; use enumeration(…) or the integer itself',
      );
    default:
      throw new CallError(
        'invalid-parameter',
        call,
        `expected an integer, bool, string() or enumeration(…) as its type, found ${describeDefinition(definition)}; use a type whose values are numbers, bigints, booleans or strings`,
      );
  }
}
