/** What no part of a file holds. */
export interface Gap {
  offset: number;
  bytes: Uint8Array;
}

/** Notes which bytes of a file its parts hold, as an author by hand would: cheap where parts lie one after another. */
export class Coverage {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #isSorted = true;

  /** Bytes of a part. */
  add(from: number, to: number): void {
    if (from === to) return;
    const last = this.#ends.length - 1;
    if (last >= 0 && (this.#ends[last] ?? 0) > from) this.#isSorted = false;
    this.#starts.push(from);
    this.#ends.push(to);
  }

  /**
   * What is left, with offsets from `origin` on.
   *
   * @throws Error where two parts overlap.
   */
  gaps(bytes: Uint8Array, origin = 0): Gap[] {
    const { length } = this.#starts;
    const order = this.#isSorted ? undefined : this.#order();
    const gaps: Gap[] = [];
    let at = origin;
    for (let i = 0; i < length; i++) {
      const index = order === undefined ? i : (order[i] ?? 0);
      const from = this.#starts[index] ?? 0;
      if (from < at) throw new Error(`Two parts overlap at ${from}`);
      if (from > at) gaps.push({ offset: at - origin, bytes: bytes.slice(at, from) });
      at = this.#ends[index] ?? 0;
    }
    if (at < bytes.length) gaps.push({ offset: at - origin, bytes: bytes.slice(at) });
    return gaps;
  }

  #order(): readonly number[] {
    const starts = this.#starts;
    return starts.map((_, index) => index).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  }
}
