import type { EncodeError } from '@bytewright/runtime';
import { isEncodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { refusedDecisions } from '../interpreter/confirm-decisions.js';
import { encodeUnconfirmed } from '../interpreter/encode.js';
import { searchedRoot } from '../ir/analysis/searched-root.js';
import type { SchemaIR } from '../ir/schema.js';
import type { Arbitraries } from './arbitraries.js';
import { checkArbitraries } from './arbitraries.js';
import { GenerationScope, parametersOfRoot } from './constraints/generation-scope.js';
import { ANY_SIZE } from './constraints/range.js';
import { nameOf } from './name-of.js';
import { Refusals } from './refusals.js';
import { Repairs } from './repairs.js';
import { parsePath, valueAt, withValueAt } from './value-path.js';
import { Drafts } from './values/draft.js';
import { GenerationBudget, Unsatisfiable } from './values/generation-budget.js';
import { valuesOf } from './values/index.js';

/** The number of consecutive rejections after which generation gives up. */
const HOPELESS = 1000;

/** How values are generated. */
export interface ValuesOptions {
  /** Whether the encoder must accept them; otherwise some only look valid. */
  readonly isEncodable: boolean;
  /** How many structs may be tried without success for one value. */
  readonly budget?: number;
  readonly arbitraries?: Arbitraries | undefined;
}

/** Values of a schema that its encoder accepts; without `isEncodable` also those that only look valid. */
export class ValidValues extends fc.Arbitrary<unknown> {
  readonly #ir: SchemaIR;
  readonly #isEncodable: boolean;
  readonly #budget: GenerationBudget;
  readonly #given: Arbitraries;
  readonly #drafts: Drafts = new Drafts();
  #source: fc.Arbitrary<unknown> | undefined;

  /** @throws TypeError if a hand-written arbitrary does not refer to the schema */
  constructor(ir: SchemaIR, { isEncodable, budget, arbitraries = {} }: ValuesOptions) {
    super();
    checkArbitraries(arbitraries, ir);
    this.#ir = ir;
    this.#isEncodable = isEncodable;
    this.#budget = new GenerationBudget(budget);
    this.#given = arbitraries;
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<unknown> {
    const refusals = new Refusals();
    this.#budget.restart();
    for (let attempt = 0; attempt < HOPELESS && !this.#budget.isExhausted; attempt++) {
      this.#budget.renew();
      this.#drafts.clear();
      try {
        const drawn = this.#values.generate(mrng, biasFactor);
        return new fc.Value(this.#repaired(drawn.value_, mrng, biasFactor), drawn);
      } catch (error) {
        if (!(error instanceof Unsatisfiable)) throw error;
        refusals.add(error);
      }
    }
    throw new Error(refusals.describe(this.#ir));
  }

  override canShrinkWithoutContext(_value: unknown): _value is unknown {
    return false;
  }

  override shrink(_value: unknown, context: unknown): fc.Stream<fc.Value<unknown>> {
    return context instanceof fc.Value ? fc.stream(this.#smaller(context)) : fc.Stream.nil();
  }

  *#smaller(drawn: fc.Value<unknown>): IterableIterator<fc.Value<unknown>> {
    this.#budget.restart();
    for (const smaller of this.#values.shrink(drawn.value_, drawn.context)) {
      const value = this.#corrected(smaller.value_);
      if (value !== undefined) yield new fc.Value(value.value, smaller);
      this.#budget.restart();
      this.#drafts.clear();
    }
  }

  get #values(): fc.Arbitrary<unknown> {
    const scope = new GenerationScope(this.#ir.structs, undefined, parametersOfRoot(this.#ir));
    const place = {
      scope,
      room: ANY_SIZE,
      depth: 0,
      field: undefined,
      hints: [],
      budget: this.#budget,
      drafts: this.#drafts,
      given: this.#given,
    };
    this.#source ??= valuesOf(searchedRoot(this.#ir), place);
    return this.#source;
  }

  /** The generated value with rejected parts redrawn or corrected. @throws Unsatisfiable if that does not help */
  #repaired(drawn: unknown, mrng: fc.Random, biasFactor: number | undefined): unknown {
    const repairs = new Repairs(drawn, this.#drafts, mrng, biasFactor);
    while (this.#isEncodable) {
      const errors = this.#refusalsOf(repairs.value, repairs.hasBegun);
      const [first] = errors;
      if (first === undefined) break;
      if (!repairs.repair(errors)) throw new Unsatisfiable(describeRefusal(first), repairs.placeOf(first));
    }
    return repairs.value;
  }

  /**
   * A smaller value that the encoder accepts, with flags corrected; `undefined` if there is none. Parts shared with the larger
   * one do not change.
   */
  #corrected(smaller: unknown): { readonly value: unknown } | undefined {
    let value = smaller;
    for (const corrected = new Set<string>(); this.#isEncodable; ) {
      const [error] = this.#refusalsOf(value, corrected.size > 0);
      if (error === undefined) break;
      const path = parsePath(error.path);
      const flag = valueAt(value, path);
      if (error.code !== 'ambiguous' || typeof flag !== 'boolean' || corrected.has(error.path))
        return undefined;
      corrected.add(error.path);
      value = withValueAt(value, path, !flag);
    }
    return { value };
  }

  #refusalsOf(value: unknown, isCorrected: boolean): readonly EncodeError[] {
    return refusalsOf(this.#ir, value, isCorrected || Object.keys(this.#given).length > 0);
  }
}

/**
 * Why the encoder rejects a value: all decisions that a decoder would make differently, or else the first fault. A corrected
 * value, or one with hand-written parts, may be wrong in any way: data that a flag adds or removes shifts what was placed
 * elsewhere.
 *
 * @throws Error if the reason is not one that a generated value may give
 */
function refusalsOf(ir: SchemaIR, value: unknown, isCorrected: boolean): readonly EncodeError[] {
  try {
    return [...refusedDecisions(encodeUnconfirmed(ir, value))];
  } catch (error) {
    if (isEncodeError(error) && (isCorrected || isExpected(error, value))) return [error];
    const made = `arbitrary(${nameOf(ir)}) made a value that looks right, and encode threw ${String(error)}`;
    throw new Error(`${made}. One of the two is wrong. The value: ${fc.stringify(value).slice(0, 2000)}`, {
      cause: error,
    });
  }
}

function isExpected({ code, path, found }: EncodeError, value: unknown): boolean {
  switch (code) {
    case 'ambiguous':
    case 'check-failed':
    case 'mismatch':
    case 'wrong-length':
    // a decoder would make more failed trials than so few bytes pay for
    case 'limit-exceeded':
      return true;
    case 'out-of-range':
    case 'wrong-type': {
      // of a count or length, which follows from the value; a number in the value itself is always made to fit. A number is never
      // NaN where that is rejected, unless it was computed; a merged union may have a member with the computed field's name
      if (found === 'NaN') return true;
      const part = valueAt(value, parsePath(path));
      return part === undefined || typeof part === 'object' || typeof part === 'string';
    }
    case 'invalid-value':
      // of a derived field whose codec cannot encode the value of its formula
      return valueAt(value, parsePath(path)) === undefined;
    default:
      return false;
  }
}

/** A rejection without the details that differ from value to value, so that the most frequent one can be found. */
function describeRefusal({ code, path, expected }: EncodeError): string {
  const place = path === '' ? 'the root' : path.replace(/\[\d+\]/g, '[…]');
  return code === 'check-failed' || code === 'mismatch'
    ? `${code} at ${place} (${expected})`
    : `${code} at ${place}`;
}
