/** What no part of a file holds. */
export interface Gap {
  offset: number;
  bytes: Uint8Array;
}

/** Notes which bytes of a file its parts hold, as an author by hand would: cheap where parts lie one after another. */
export class Claims {
  readonly #ranges: { readonly from: number; readonly to: number }[] = [];
  #last = 0;
  #isSorted = true;

  /** Bytes of a part. */
  add(from: number, to: number): void {
    if (from === to) return;
    if (from < this.#last) this.#isSorted = false;
    this.#last = to;
    this.#ranges.push({ from, to });
  }

  /**
   * What is left, with offsets from `origin` on.
   *
   * @throws Error where two parts overlap.
   */
  gaps(bytes: Uint8Array, origin = 0): Gap[] {
    if (!this.#isSorted) this.#ranges.sort((a, b) => a.from - b.from);
    const gaps: Gap[] = [];
    let at = origin;
    const noteGap = (to: number): void => {
      if (to > at) gaps.push({ offset: at - origin, bytes: bytes.slice(at, to) });
    };
    for (const { from, to } of this.#ranges) {
      if (from < at) throw new Error(`Two parts overlap at ${from}`);
      noteGap(from);
      at = to;
    }
    noteGap(bytes.length);
    return gaps;
  }
}
