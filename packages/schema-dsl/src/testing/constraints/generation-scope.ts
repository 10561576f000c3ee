import { isEncodeError } from '@bytewright/runtime';
import { EncodeContext, NO_BYTES } from '../../interpreter/encode-context.js';
import { EncodeScope } from '../../interpreter/encode-scope.js';
import { evaluate } from '../../interpreter/evaluate.js';
import type { Environment } from '../../interpreter/scope.js';
import { bitFieldOf } from '../../ir/analysis/bit-runs.js';
import { rootParameters } from '../../ir/analysis/root-parameters.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { BindingIR, Expression } from '../../ir/expression.js';
import { NO_STRUCT } from '../../ir/no-struct.js';
import type { NodeIR } from '../../ir/node.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import { isNumeric, numericTraits } from '../../ir/nodes/numeric.js';
import type { FieldIR, SchemaIR, StructIR } from '../../ir/schema.js';
import { Unsatisfiable } from '../values/generation-budget.js';
import type { IntegerConstraint } from './constraint.js';
import { constraintOf } from './constraint.js';
import { needsOf } from './needs.js';
import type { Range } from './range.js';
import { ANY_NUMBER, div, either, exactly, minus, plus, times } from './range.js';

/** What is known about the parameters: the values of some, the ranges of others. */
export interface Parameters {
  readonly values: Environment;
  readonly ranges: ReadonlyMap<string, Range>;
}

/** Parameters of a root: those that have a default. */
export function parametersOfRoot(ir: SchemaIR): Parameters {
  return { values: rootParameters(ir), ranges: new Map() };
}

/**
 * A struct while its value is being generated, field by field: the values of its expressions, as far as they are settled.
 */
export class GenerationScope {
  readonly structs: SchemaIR['structs'];
  readonly struct: StructIR | undefined;
  readonly parameters: Parameters;
  /** The value so far. */
  readonly value: Record<string, unknown>;
  readonly #settled: Set<string>;
  /** The list element that a node at an offset belongs to, in a tuple; `undefined` if there is none. */
  readonly #element: readonly [unknown] | undefined;

  constructor(
    structs: SchemaIR['structs'],
    struct: StructIR | undefined,
    parameters: Parameters,
    value: Record<string, unknown> = {},
    settled: Set<string> = new Set(),
    element?: readonly [unknown],
  ) {
    this.structs = structs;
    this.struct = struct;
    this.parameters = parameters;
    this.value = value;
    this.#settled = settled;
    this.#element = element;
  }

  /** Stores the value of a kept field in the struct's value. */
  settle(field: FieldIR, value: unknown): void {
    if (this.struct?.flat === field.name) Object.assign(this.value, value);
    else this.value[field.name] = value;
    this.#settled.add(field.name);
  }

  /** Removes a field's value again. */
  unsettle(field: FieldIR, value: unknown): void {
    // a union's value is an object
    const members = this.struct?.flat === field.name ? Object.keys(value as object) : [field.name];
    for (const member of members) delete this.value[member];
    this.#settled.delete(field.name);
  }

  /** Whether an expression already has its final value. */
  isKnown(expression: Expression): boolean {
    const { parameters, fields, offsets, element } = needsOf(expression);
    for (const name of parameters) if (!this.parameters.values.has(name)) return false;
    for (const name of fields) if (!this.#isFieldKnown(name)) return false;
    if (this.#element === undefined && element) return false;
    for (const name of offsets) if (!this.#isOffsetKnown(name)) return false;
    return true;
  }

  /** The value of an expression that is known. @throws Unsatisfiable if it needs a derived field that does not fit its type */
  evaluate(expression: Expression): unknown {
    return satisfiable(() => evaluate(expression, this.asPlacedScope()));
  }

  /** The integers that an expression may still become. */
  rangeOf(expression: Expression): Range {
    if (this.isKnown(expression)) return exactly(this.evaluate(expression));
    switch (expression.op) {
      case 'parameter':
        return this.parameters.ranges.get(expression.name) ?? ANY_NUMBER;
      case 'field':
        return this.#rangeOfField(expression.path);
      case 'toNumber':
      case 'toBigint':
        return this.rangeOf(expression.of);
      case 'plus':
        return plus(this.rangeOf(expression.left), this.rangeOf(expression.right));
      case 'minus':
        return minus(this.rangeOf(expression.left), this.rangeOf(expression.right));
      case 'times':
        return times(this.rangeOf(expression.left), this.rangeOf(expression.right));
      case 'div':
        return div(this.rangeOf(expression.left), this.rangeOf(expression.right));
      case 'choose':
        return either(this.rangeOf(expression.yes), this.rangeOf(expression.no));
      default:
        return ANY_NUMBER;
    }
  }

  /** The number of bytes of a settled field. @throws Unsatisfiable if it is derived and does not fit its type */
  byteLength(field: string): number {
    return satisfiable(() => this.asEncodeScope().byteLength(field));
  }

  /** The number of bytes before a field, all settled. @throws Unsatisfiable if a derived field does not fit its type */
  offsetOf(field: string): number {
    return satisfiable(() => this.asEncodeScope().offsetOf(field));
  }

  /** The same struct with more parameters. */
  bind(bindings: readonly BindingIR[]): GenerationScope {
    const values = new Map(this.parameters.values);
    const ranges = new Map(this.parameters.ranges);
    for (const { parameter, value } of bindings) {
      values.delete(parameter);
      ranges.delete(parameter);
      if (this.isKnown(value)) values.set(parameter, this.evaluate(value));
      else ranges.set(parameter, this.rangeOf(value));
    }
    return this.#copy({ values, ranges }, this.#element);
  }

  /** The same struct, for a node that belongs to an element of one of its lists. */
  withElement(element: unknown): GenerationScope {
    return this.#copy(this.parameters, [element]);
  }

  #copy(parameters: Parameters, element: readonly [unknown] | undefined): GenerationScope {
    return new GenerationScope(this.structs, this.struct, parameters, this.value, this.#settled, element);
  }

  /** The same struct without the value of a parameter, which is searched for below. */
  forget(parameter: string): GenerationScope {
    const values = new Map(this.parameters.values);
    const ranges = new Map(this.parameters.ranges);
    values.delete(parameter);
    ranges.delete(parameter);
    return new GenerationScope(this.structs, this.struct, { values, ranges }, this.value, this.#settled);
  }

  /** The same scope as the interpreter's encoder sees it; fields that are not settled are `undefined` there. */
  asEncodeScope(context: EncodeContext = new EncodeContext(NO_BYTES, this.structs, true)): EncodeScope {
    return new EncodeScope(this.struct ?? NO_STRUCT, this.value, this.parameters.values, context);
  }

  /** The same, with the list element that a node at an offset belongs to. */
  asPlacedScope(): EncodeScope {
    const scope = this.asEncodeScope();
    return this.#element === undefined ? scope : scope.withElement(this.#element[0]);
  }

  /** Whether the sizes of all earlier fields are settled. */
  #isOffsetKnown(name: string): boolean {
    for (const field of this.struct?.fields ?? []) {
      if (field.name === name) return true;
      const { min, max } = sizeBounds(field.node, this.structs);
      if (min < max && !this.#isFieldKnown(field.name)) return false;
    }
    return false;
  }

  #isFieldKnown(name: string): boolean {
    const field = this.#fieldNamed(name);
    if (field?.node.kind === 'align' && !this.#isOffsetKnown(name)) return false;
    switch (field?.visibility) {
      case 'value':
        return this.#settled.has(name);
      case 'derived':
        return field.encode === undefined || this.isKnown(field.encode);
      case 'constant':
        return true;
      default:
        return false;
    }
  }

  #rangeOfField([name, ...rest]: readonly string[]): Range {
    const field = name === undefined ? undefined : this.#fieldNamed(name);
    const limits = field && integerLimits(field.node);
    if (field === undefined || this.struct === undefined || rest.length > 0 || limits === undefined)
      return ANY_NUMBER;
    const { min, max } = constraintOf(this.struct, field.name, limits);
    return { min: Number(min), max: Number(max), step: 1 };
  }

  #fieldNamed(name: string): FieldIR | undefined {
    return this.struct?.fields.find((field) => field.name === name);
  }
}

/** The result of a computation, unless a derived field that follows from settled ones does not fit its type. */
function satisfiable<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (isEncodeError(error)) throw new Unsatisfiable(error.message);
    throw error;
  }
}

/** The range of a field that holds a number; `undefined` for any other. */
function integerLimits(node: NodeIR): IntegerConstraint | undefined {
  if (isNumeric(node)) return numericTraits(node);
  const bits = node.kind === 'enumeration' ? undefined : bitFieldOf(node); // its values are names
  return bits && bitsTraits(bits);
}
