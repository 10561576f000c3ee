/**
 * A root struct's bytes, written by hand, and what they stand for: `value`, or the `error` that decoding them raises.
 *
 * @example
 * { struct: 'Pair', bytes: `01     a\n00 02  b`, value: { a: 1, b: 2 } }
 * { struct: 'Pair', bytes: `01     a`, error: 'unexpected-end at 1 in b' }
 */
export interface Example {
  /** The name of an exported struct of the schema module of the same name. */
  readonly struct: string;
  /** A line each field: hexadecimal digits, two spaces, what stands there. */
  readonly bytes: string;
  readonly value?: unknown;
  /** `CODE at OFFSET in PATH`; without `in PATH` where it is the whole. */
  readonly error?: string;
}
