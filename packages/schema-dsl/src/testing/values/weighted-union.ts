import * as fc from 'fast-check';

/** A source of values and its weight. */
export interface Source<T> {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<T>;
}

/**
 * Values from several sources, all of which shrink like values of the first source: an added edge case becomes as small as any
 * other value.
 */
export function weightedUnion<T>(base: Source<T>, ...others: readonly Source<T>[]): fc.Arbitrary<T> {
  return others.length === 0 ? base.arbitrary : new WeightedUnion(base, others);
}

/** A base with examples, which are drawn as often as the base. */
export function withExamples<T>(base: fc.Arbitrary<T>, examples: readonly T[], weight = 1): fc.Arbitrary<T> {
  return examples.length === 0
    ? base
    : weightedUnion({ weight: 1, arbitrary: base }, { weight, arbitrary: pickFrom(examples) });
}

/**
 * One of some values, as a source that is combined with a base by {@link weightedUnion}: it is never asked to shrink.
 * `fc.constantFrom` supports shrinking and indexes its values first, which is slow for a source that is created for every value.
 */
export function pickFrom<T>(values: readonly T[]): fc.Arbitrary<T> {
  return new Pick(values);
}

class Pick<T> extends fc.Arbitrary<T> {
  readonly #values: readonly T[];

  constructor(values: readonly T[]) {
    super();
    this.#values = values;
  }

  override generate(mrng: fc.Random): fc.Value<T> {
    const index = this.#values.length === 1 ? 0 : mrng.nextInt(0, this.#values.length - 1);
    return new fc.Value(this.#values[index] as T, undefined); // the index is within bounds
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}

class WeightedUnion<T> extends fc.Arbitrary<T> {
  readonly #base: fc.Arbitrary<T>;
  readonly #sources: readonly Source<T>[];
  readonly #total: number;

  constructor(base: Source<T>, others: readonly Source<T>[]) {
    super();
    this.#base = base.arbitrary;
    this.#sources = [base, ...others];
    this.#total = this.#sources.reduce((sum, { weight }) => sum + weight, 0);
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<T> {
    let ticket = mrng.nextInt(1, this.#total);
    for (const { weight, arbitrary } of this.#sources) {
      ticket -= weight;
      if (ticket > 0) continue;
      const drawn = arbitrary.generate(mrng, biasFactor);
      // a shrink context of another source would mislead the base
      return arbitrary === this.#base ? drawn : new fc.Value(drawn.value, undefined);
    }
    return this.#base.generate(mrng, biasFactor);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#base.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return context === undefined && !this.#base.canShrinkWithoutContext(value)
      ? fc.Stream.nil()
      : this.#base.shrink(value, context);
  }
}
