/** What all others are compared with. */
export const BY_HAND = 'by hand';
/** The same with the checks that generated code makes: see what each of them says. */
export const BY_HAND_CHECKED = 'by hand, our checks';
/** Our own. */
export const GENERATED = 'generated';

/** One way to read and write a format; a part that it cannot do is missing. */
export interface Codec<Value> {
  decode?(bytes: Uint8Array): Value;
  encode?(value: Value): Uint8Array;
  sizeOf?(value: Value): number;
  /** Changes one field of a value that was just decoded, the same field to the same number for all contenders. */
  edit?(value: Value): void;
  /** A value in the shape in which it is compared with that of code by hand. It is not measured. Default: as it is. */
  normalise?(value: Value): unknown;
  /** What it decodes, where that cannot be the subject's bytes: the wire format is the contender's own. Not measured. */
  wire?(bytes: Uint8Array): Uint8Array;
}

/** Who takes part in a measurement. */
export interface Contender {
  readonly name: string;
  /** What it does otherwise than the others, or cannot do. */
  readonly note: string | undefined;
  readonly codec: Codec<unknown>;
}

/**
 * Makes a contender. Its codec gets only values that it made itself, or that are equal to them, so the type of these may be
 * forgotten here: parameters of methods are bivariant.
 */
export function contender<Value>(name: string, codec: Codec<Value>, note?: string): Contender {
  return { name, codec, note };
}
