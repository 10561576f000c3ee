import * as fc from 'fast-check';
import type { GenerationBudget } from './generation-budget.js';
import { Unsatisfiable } from './generation-budget.js';

const TRIES = 50;

/**
 * The values that a predicate accepts; unlike `filter`, it gives up if there seem to be none. Failed attempts are counted, so
 * that a value that needs it repeatedly is eventually given up as well.
 */
export function boundedFilter<T>(
  source: fc.Arbitrary<T>,
  accepts: (value: T) => boolean,
  what: string,
  budget: GenerationBudget,
): fc.Arbitrary<T> {
  return new BoundedFilter(source, accepts, what, budget);
}

class BoundedFilter<T> extends fc.Arbitrary<T> {
  readonly #source: fc.Arbitrary<T>;
  readonly #accepts: (value: T) => boolean;
  readonly #what: string;
  readonly #budget: GenerationBudget;

  constructor(
    source: fc.Arbitrary<T>,
    accepts: (value: T) => boolean,
    what: string,
    budget: GenerationBudget,
  ) {
    super();
    this.#source = source;
    this.#accepts = accepts;
    this.#what = what;
    this.#budget = budget;
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<T> {
    for (let tries = 0; tries < TRIES; tries++) {
      const drawn = this.#source.generate(mrng, biasFactor);
      if (this.#accepts(drawn.value_)) return drawn;
    }
    this.#budget.waste(TRIES);
    throw new Unsatisfiable(`no ${this.#what} among ${TRIES} values`);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#source.canShrinkWithoutContext(value) && this.#accepts(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return this.#source.shrink(value, context).filter((smaller) => this.#accepts(smaller.value_));
  }
}
