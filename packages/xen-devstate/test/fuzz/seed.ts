/** Where something lies that damage knows how to hit: a section with its footer, a length, a word of JSON. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** A sound input that damage begins with. */
export interface Seed {
  /** Such as `qemu-7.2/none.dev`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Parts that make sense elsewhere as well: sections, with their footers. */
  readonly parts: readonly Span[];
  /** What other bytes are understood by: counts, lengths, magic numbers, words of JSON. */
  readonly words: readonly Span[];
  /** Whether it is JSON, of which whole words are replaced: hardly any change of a byte leaves JSON. */
  readonly isText?: true;
}
