import * as fc from 'fast-check';
import { Unsatisfiable } from './patience.js';

const TRIES = 50;

/** The values that a predicate accepts; unlike `filter`, it gives up where there seem to be none. */
export function sifted<T>(
  source: fc.Arbitrary<T>,
  accepts: (value: T) => boolean,
  what: string,
): fc.Arbitrary<T> {
  return new Sifted(source, accepts, what);
}

class Sifted<T> extends fc.Arbitrary<T> {
  readonly #source: fc.Arbitrary<T>;
  readonly #accepts: (value: T) => boolean;
  readonly #what: string;

  constructor(source: fc.Arbitrary<T>, accepts: (value: T) => boolean, what: string) {
    super();
    this.#source = source;
    this.#accepts = accepts;
    this.#what = what;
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<T> {
    for (let tries = 0; tries < TRIES; tries++) {
      const drawn = this.#source.generate(mrng, biasFactor);
      if (this.#accepts(drawn.value_)) return drawn;
    }
    throw new Unsatisfiable(`no ${this.#what} among ${TRIES} values`);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#source.canShrinkWithoutContext(value) && this.#accepts(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return this.#source.shrink(value, context).filter((smaller) => this.#accepts(smaller.value_));
  }
}
