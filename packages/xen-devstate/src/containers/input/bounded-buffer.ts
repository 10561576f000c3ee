/** Collects chunks up to a limit, and detects when it is exceeded. */
export class BoundedBuffer {
  readonly #limit: number;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The number of bytes added. */
  get size(): number {
    return this.#size;
  }

  /** Whether more than the limit was added. */
  get isOverflowing(): boolean {
    return this.#size > this.#limit;
  }

  /** Adds a chunk; discards everything once the limit is exceeded. */
  add(chunk: Uint8Array): void {
    this.#size += chunk.length;
    if (this.isOverflowing) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  /** The added bytes in one piece; empty if the limit was exceeded. */
  take(): Uint8Array {
    const bytes = new Uint8Array(this.#chunks.reduce((size, chunk) => size + chunk.length, 0));
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  }
}
