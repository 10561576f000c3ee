/** Returned by a decoding step that fails; the reason is kept in the decode context. */
export const FAIL: unique symbol = Symbol('fail');

/** A decoded value, or failure. Not an exception: look-ahead fails at almost every byte, and exceptions are slow. */
export type Outcome<T = unknown> = T | typeof FAIL;
