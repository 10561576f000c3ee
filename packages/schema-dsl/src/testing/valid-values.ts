import type { EncodeError } from '@bytewright/runtime';
import { isEncodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { encodeRoot } from '../interpreter/encode.js';
import type { SchemaIR } from '../ir/schema.js';
import { GenerationScope, parametersOfRoot } from './knowledge/generation-scope.js';
import { ANY_SIZE } from './knowledge/range.js';
import { nameOf } from './name-of.js';
import { parsePath, valueAt, withValueAt } from './value-path.js';
import { valuesOf } from './values/index.js';
import { Patience, Unsatisfiable } from './values/patience.js';

/** Refusals in a row after which there is no hope. */
const HOPELESS = 1000;

/** Values of a schema that its encoder accepts; without `isEncodable` also those that only look so. */
export class ValidValues extends fc.Arbitrary<unknown> {
  readonly #ir: SchemaIR;
  readonly #isEncodable: boolean;
  readonly #patience: Patience;
  #source: fc.Arbitrary<unknown> | undefined;

  /** `patience` is how many structs may be tried in vain for one value. */
  constructor(ir: SchemaIR, { isEncodable, patience }: { isEncodable: boolean; patience?: number }) {
    super();
    this.#ir = ir;
    this.#isEncodable = isEncodable;
    this.#patience = new Patience(patience);
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<unknown> {
    const refusals = new Map<string, number>();
    this.#patience.restart();
    for (let attempt = 0; attempt < HOPELESS && !this.#patience.isExhausted; attempt++) {
      this.#patience.renew();
      try {
        const drawn = this.#values.generate(mrng, biasFactor);
        return new fc.Value(this.#settle(drawn.value), drawn);
      } catch (error) {
        if (!(error instanceof Unsatisfiable)) throw error;
        refusals.set(error.message, (refusals.get(error.message) ?? 0) + 1);
      }
    }
    throw new Error(hopeless(nameOf(this.#ir), refusals));
  }

  override canShrinkWithoutContext(_value: unknown): _value is unknown {
    return false;
  }

  override shrink(_value: unknown, context: unknown): fc.Stream<fc.Value<unknown>> {
    return context instanceof fc.Value ? fc.stream(this.#smaller(context)) : fc.Stream.nil();
  }

  *#smaller(drawn: fc.Value<unknown>): IterableIterator<fc.Value<unknown>> {
    this.#patience.restart();
    for (const smaller of this.#values.shrink(drawn.value_, drawn.context)) {
      try {
        yield new fc.Value(this.#settle(smaller.value_), smaller);
      } catch (error) {
        if (!(error instanceof Unsatisfiable)) throw error;
      }
      this.#patience.restart();
    }
  }

  get #values(): fc.Arbitrary<unknown> {
    const scope = new GenerationScope(this.#ir.structs, undefined, parametersOfRoot(this.#ir));
    const place = { scope, room: ANY_SIZE, depth: 0, field: undefined, hints: [], patience: this.#patience };
    this.#source ??= valuesOf(this.#ir.root, place);
    return this.#source;
  }

  /**
   * The value that the encoder accepts. A flag that says what comes later (`lookahead()`, `presence()`) was
   * drawn before that was known; where it turned out wrong it is set right, once each.
   */
  #settle(drawn: unknown): unknown {
    let value = drawn;
    for (const corrected = new Set<string>(); this.#isEncodable; ) {
      const error = refusalOf(this.#ir, value, corrected.size > 0);
      if (error === undefined) return value;
      const path = parsePath(error.path);
      const flag = valueAt(value, path);
      if (error.code !== 'ambiguous' || typeof flag !== 'boolean' || corrected.has(error.path)) {
        throw new Unsatisfiable(describeRefusal(error));
      }
      corrected.add(error.path);
      value = withValueAt(value, path, !flag);
    }
    return value;
  }
}

/**
 * Why the encoder refuses a value. One that was corrected may be wrong in any way: what a flag adds or takes away lies
 * where something else was placed.
 *
 * @throws Error where that is for no reason that a made-up value may give it
 */
function refusalOf(ir: SchemaIR, value: unknown, isCorrected: boolean): EncodeError | undefined {
  try {
    encodeRoot(ir, value);
    return undefined;
  } catch (error) {
    if (isEncodeError(error) && (isCorrected || isExpected(error, value))) return error;
    const made = `arbitrary(${nameOf(ir)}) made a value that looks right, and encode threw ${String(error)}`;
    throw new Error(`${made}. One of the two is wrong. The value: ${fc.stringify(value).slice(0, 2000)}`, {
      cause: error,
    });
  }
}

function isExpected({ code, path }: EncodeError, value: unknown): boolean {
  switch (code) {
    case 'ambiguous':
    case 'check-failed':
    case 'mismatch':
    case 'wrong-length':
    // its decoder would try more in vain than so few bytes pay for
    case 'limit-exceeded':
      return true;
    case 'out-of-range':
    case 'wrong-type': {
      // of a count or length, which follows from the value; a number in the value itself is always made to
      // fit
      const part = valueAt(value, parsePath(path));
      return part === undefined || typeof part === 'object' || typeof part === 'string';
    }
    case 'invalid-value':
      // of a derived field whose codec has no encoding of what follows from the value
      return valueAt(value, parsePath(path)) === undefined;
    default:
      return false;
  }
}

/** A refusal without what differs from value to value, so that the commonest one can be told. */
function describeRefusal({ code, path, expected }: EncodeError): string {
  const place = path === '' ? 'the root' : path.replace(/\[\d+\]/g, '[…]');
  return code === 'check-failed' || code === 'mismatch'
    ? `${code} at ${place} (${expected})`
    : `${code} at ${place}`;
}

function hopeless(name: string, refusals: ReadonlyMap<string, number>): string {
  const [[why, times] = ['', 0]] = [...refusals].sort(([, a], [, b]) => b - a);
  const all = [...refusals.values()].reduce((sum, n) => sum + n, 0);
  return (
    `arbitrary(${name}): ${all} values in a row were refused, ${times} of them for this: ${why}. ` +
    'Valid values are too rare to be met by chance; write an arbitrary for this schema by hand.'
  );
}
