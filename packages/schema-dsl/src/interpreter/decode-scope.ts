import type { Coverage } from '@bytewright/runtime/codec';
import type { StructIR } from '../ir/schema.js';
import type { Environment, Scope } from './scope.js';
import { selectorOfUnion } from './union-member.js';

/** The fields of a struct decoded so far. */
export class DecodeScope implements Scope {
  readonly struct: StructIR;
  readonly environment: Environment;
  /** Where the struct begins. */
  readonly start: number;
  /** Where the next field begins. */
  cursor: number;
  /** The coverage of bytes, in a struct with fields at offsets. */
  readonly coverage: Coverage | undefined;
  /** The number of steps from the root of the value to the struct. */
  readonly depth: number;
  readonly element: unknown;
  // in the order of the fields: appending to arrays is cheap, and look-ahead decodes far more fields than are ever read
  readonly #values: unknown[];
  readonly #starts: number[];
  readonly #ends: number[];

  constructor(
    struct: StructIR,
    environment: Environment,
    start: number,
    coverage: Coverage | undefined,
    depth: number,
    shared?: DecodeScope,
    element: unknown = shared?.element,
  ) {
    this.struct = struct;
    this.environment = environment;
    this.start = start;
    this.coverage = coverage;
    this.depth = depth;
    this.element = element;
    this.cursor = shared?.cursor ?? start;
    this.#values = shared === undefined ? [] : shared.#values;
    this.#starts = shared === undefined ? [] : shared.#starts;
    this.#ends = shared === undefined ? [] : shared.#ends;
  }

  /** Adds the next field; the one after it begins where it ends, unless it lies elsewhere. */
  add(value: unknown, start: number, end: number, isPositioned: boolean): void {
    this.#values.push(value);
    this.#starts.push(start);
    this.#ends.push(end);
    if (!isPositioned) this.cursor = end;
  }

  /** The start of a field; `undefined` if it has not been decoded. */
  startOf(name: string): number | undefined {
    return this.#starts[this.#indexOf(name)];
  }

  /** The end of a field; `undefined` if it has not been decoded. */
  endOf(name: string): number | undefined {
    return this.#ends[this.#indexOf(name)];
  }

  field(name: string): unknown {
    return this.#values[this.#indexOf(name)];
  }

  byteLength(name: string): number {
    const index = this.#indexOf(name);
    return (this.#ends[index] ?? Number.NaN) - (this.#starts[index] ?? Number.NaN);
  }

  offsetOf(name: string): number {
    return (this.startOf(name) ?? this.cursor) - this.start;
  }

  tagOf(name: string): unknown {
    return selectorOfUnion(this.struct, name, this);
  }

  keysNotCompared(): undefined {}

  bind(environment: Environment): Scope {
    return new DecodeScope(this.struct, environment, this.start, this.coverage, this.depth, this);
  }

  withElement(element: unknown): Scope {
    return new DecodeScope(
      this.struct,
      this.environment,
      this.start,
      this.coverage,
      this.depth,
      this,
      element,
    );
  }

  #indexOf(name: string): number {
    return this.struct.fields.findIndex((field) => field.name === name);
  }
}
