/**
 * Random numbers, always the same for the same seeds: an execution can be drawn again from its number alone.
 *
 * Source: splitmix32, the 32-bit form of Steele, Lea and Flood's SplitMix, with the constants of MurmurHash3's finalizer.
 *
 * @example new Random(7, 1234).below(256) // a byte
 */
export class Random {
  #state = 0;

  constructor(...seeds: readonly number[]) {
    for (const seed of seeds) this.#state = (this.#state ^ seed) + this.#next();
  }

  #next(): number {
    this.#state = (this.#state + 0x9e37_79b9) | 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x85eb_ca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2_ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }

  /** Draws an integer from 0 to one less than the limit; 0 for a limit of 0. */
  below(limit: number): number {
    return limit <= 1 ? 0 : this.#next() % limit;
  }

  /** Picks one of the items. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new TypeError('There is nothing to pick from');
    return item;
  }

  /** Returns true in one of `times` cases. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** Draws random bytes, in base 16. */
  hex(length: number): string {
    return Array.from({ length }, () => this.below(256).toString(16).padStart(2, '0')).join('');
  }
}
