/** A span of bytes that damage can target: a section with its footer, a length, a JSON token. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** A valid input to be damaged. */
export interface Seed {
  /** The name, such as `qemu-7.2/none.dev`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Parts that also make sense elsewhere: sections with their footers. */
  readonly parts: readonly Span[];
  /** Spans that determine how other bytes are interpreted: counts, lengths, magic numbers, JSON tokens. */
  readonly words: readonly Span[];
  /** Whether it is JSON, whose tokens are replaced as a whole: hardly any change of a single byte leaves valid JSON. */
  readonly isText?: true;
}
