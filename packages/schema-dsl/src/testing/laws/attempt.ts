import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import { withoutStacks } from '@bytewright/runtime/codec';

/** The outcome of a call: its result, or whatever was thrown. */
export type Alternative<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Calls a function and catches everything. Most of what the laws try is rejected, and nobody reads the stacks of our errors;
 * any other error is a fault, so the call is repeated to record its stack.
 */
export function attempt<T>(call: () => T): Alternative<T> {
  try {
    return { value: withoutStacks(call) };
  } catch (error) {
    return isDecodeError(error) || isEncodeError(error) ? { error } : withStack(call);
  }
}

function withStack<T>(call: () => T): Alternative<T> {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

/** An error in one line, for messages: its own text, or a note that it is not one of ours. */
export function describeError(error: unknown): string {
  if (isDecodeError(error) || isEncodeError(error)) return `${error.name}: ${error.message}`;
  if (error instanceof Error) return `${error.name}: ${error.message} (not a Bytewright error)`;
  return `${String(error)} (thrown, but not an Error)`;
}

/** The offset of an error, if it is ours and has one. */
export function offsetOf(error: unknown): number | undefined {
  return isDecodeError(error) || isEncodeError(error) ? error.offset : undefined;
}
