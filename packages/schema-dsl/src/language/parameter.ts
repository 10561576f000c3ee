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

/** What a parameter is where nothing binds it: one value, or one of several. Without either, something must bind it. */
export interface ParameterOptions<T> {
  /** The value at the root, where nothing above binds the parameter. */
  readonly default?: NoInfer<T>;
  /**
   * The values that it may have where nothing on the wire says which, the likeliest first. A root that nothing binds it for tries
   * them in turn, up to the end of the input, as `search()` does; so does `search(parameter, node)`. The first one is the default.
   */
  readonly candidates?: readonly [NoInfer<T>, ...NoInfer<T>[]];
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
 * @example
 * const hasBus = parameter('hasBus', bool, { candidates: [false, true] });
 * struct('Device', { mode: u8, bus: optional(u16be) }).where(($) => [$.bus.presentWhen(hasBus)]);
 * // by itself `07` and `07 00 01`: the first candidate with which the device ends where the input does
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
    ...presetsOf(call, definition, options),
  });
}

/** A parameter from what it is in the representation; the static type is the caller's cover, as for `makeNode`. */
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

/** What is taken where nothing binds a parameter. */
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
      'expected a default or candidates, found both; leave the default out, as it is the first candidate',
    );
  if (!Array.isArray(candidates))
    refuse(`expected an array of candidates, found ${describeArgument(candidates)}; write [first, second]`);
  const constants = candidates.map((one) => presetOf(call, type, one, 'a candidate'));
  const [first] = constants;
  if (first === undefined)
    return refuse('expected candidates, one at least, found none; give the values that it may have');
  const texts = constants.map((constant) => JSON.stringify(constant));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined)
    refuse(`expected candidates that are all different, found ${twice} twice; give it once`);
  return { default: first, candidates: constants };
}

/** @param what what it is called in errors */
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
