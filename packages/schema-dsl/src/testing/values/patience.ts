/** Nothing that a node could hold here would be valid. */
export class Unsatisfiable extends Error {
  override readonly name: string = 'Unsatisfiable';
}

/** So much was tried for one value that it is time to begin anew. */
export class GaveUp extends Unsatisfiable {
  override readonly name = 'GaveUp';
}

const STRUCTS_PER_VALUE = 4096;

/** Bounds the work for one value, so that neither recursion nor a check that fails goes on for ever. */
export class Patience {
  #left = STRUCTS_PER_VALUE;

  /** Counts one more attempt at a struct. @throws GaveUp */
  spend(): void {
    if (this.#left-- <= 0) throw new GaveUp(`more than ${STRUCTS_PER_VALUE} structs for one value`);
  }

  /** Begins with the next value. */
  renew(): void {
    this.#left = STRUCTS_PER_VALUE;
  }
}
