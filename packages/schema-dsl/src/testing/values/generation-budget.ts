/**
 * Nothing that a node could hold here would be valid. It is thrown many times for one value and never leaves this folder:
 * it is not a `Error`, as recording a stack would cost more than the attempt that it ends.
 */
export class Unsatisfiable {
  readonly message: string;
  /** The field that it is about, as `Struct.field`; unknown until it has passed the field's struct. */
  place: string | undefined;

  constructor(message: string, place?: string) {
    this.message = message;
    this.place = place;
  }
}

/** So much was tried for one value that it is time to begin anew. */
export class GaveUp extends Unsatisfiable {}

const STRUCTS_PER_VALUE = 4096;
/** Attempts at structs, over all attempts at one value, after which there is no hope, unless another number is given. */
const STRUCTS_IN_VAIN = 40_000;

/** Bounds the work for one value, so that neither recursion nor a check that fails goes on for ever. */
export class GenerationBudget {
  readonly #most: number;
  #left = STRUCTS_PER_VALUE;
  #inVain = 0;

  constructor(most: number = STRUCTS_IN_VAIN) {
    this.#most = most;
  }

  /** Counts one more attempt at a struct. @throws GaveUp */
  spend(): void {
    if (this.#left-- <= 0) throw new GaveUp(`more than ${STRUCTS_PER_VALUE} structs for one value`);
  }

  /** Counts values that were made and thrown away without a struct being begun anew for each. */
  waste(tries: number): void {
    this.#inVain += tries;
  }

  /** Whether so much was tried, with nothing to show for it, that no value will be found in reasonable time. */
  get isExhausted(): boolean {
    return this.#inVain > this.#most;
  }

  /** Begins anew with a value that was not found yet. */
  renew(): void {
    this.#inVain += STRUCTS_PER_VALUE - this.#left;
    this.#left = STRUCTS_PER_VALUE;
  }

  /** Begins with the next value. */
  restart(): void {
    this.#inVain = 0;
    this.#left = STRUCTS_PER_VALUE;
  }
}
