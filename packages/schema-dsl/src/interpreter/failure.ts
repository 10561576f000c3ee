/** What a decoding step returns instead of a value when it fails; why is kept in the decoding state. */
export const FAIL: unique symbol = Symbol('fail');

/** A decoded value, or failure. Not an exception: look-ahead fails at almost every byte, and exceptions cost. */
export type Outcome<T = unknown> = T | typeof FAIL;
