import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import { withoutStacks } from '@bytewright/runtime/codec';

/** What came of a call: a result, or whatever was thrown. */
export type Alternative<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Calls, and catches everything. Most of what laws try is refused, and nobody reads the stacks of our errors; an error of
 * another kind is a fault, so the call is made once more for its stack.
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

/** An error in a line, for messages: what it says of itself if it is ours, else that it is not. */
export function describeError(error: unknown): string {
  if (isDecodeError(error) || isEncodeError(error)) return `${error.name}: ${error.message}`;
  if (error instanceof Error) return `${error.name}: ${error.message} (no error of Bytewright)`;
  return `${String(error)} (thrown, but no error at all)`;
}

/** Where an error is, if it is ours and says so. */
export function offsetOf(error: unknown): number | undefined {
  return isDecodeError(error) || isEncodeError(error) ? error.offset : undefined;
}
