/**
 * No value of a node would be valid here. It is thrown many times per value and never leaves this folder; it is not an `Error`,
 * as recording a stack would cost more than the attempt that it ends.
 */
export class Unsatisfiable {
  readonly message: string;
  /** The field in question, as `Struct.field`; unknown until it has passed through the field's struct. */
  place: string | undefined;

  constructor(message: string, place?: string) {
    this.message = message;
    this.place = place;
  }
}

/** So much has been tried for one value that it is better to start again. */
export class GaveUp extends Unsatisfiable {}

const STRUCTS_PER_VALUE = 4096;
/** Attempts at structs, over all attempts at one value, after which generation gives up, unless another number is given. */
const STRUCTS_IN_VAIN = 40_000;

/** Bounds the work for one value, so that neither recursion nor a failing check can go on forever. */
export class GenerationBudget {
  readonly #most: number;
  #left = STRUCTS_PER_VALUE;
  #inVain = 0;

  constructor(most: number = STRUCTS_IN_VAIN) {
    this.#most = most;
  }

  /** Counts another attempt at a struct. @throws GaveUp */
  spend(): void {
    if (this.#left-- <= 0) throw new GaveUp(`more than ${STRUCTS_PER_VALUE} structs for one value`);
  }

  /** Counts values that were generated and discarded without restarting a struct for each. */
  waste(tries: number): void {
    this.#inVain += tries;
  }

  /** Whether so much has been tried without success that no value will be found in reasonable time. */
  get isExhausted(): boolean {
    return this.#inVain > this.#most;
  }

  /** Starts again with a value that has not been found yet. */
  renew(): void {
    this.#inVain += STRUCTS_PER_VALUE - this.#left;
    this.#left = STRUCTS_PER_VALUE;
  }

  /** Starts with the next value. */
  restart(): void {
    this.#inVain = 0;
    this.#left = STRUCTS_PER_VALUE;
  }
}
