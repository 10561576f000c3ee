import type { DecodeError } from './decode-error.js';
import type { EncodeError } from './encode-error.js';
import { decodeFailure, encodeFailure } from './failures.js';

/** What engines say where the stack ends: V8 and JavaScriptCore, then SpiderMonkey. */
const TEXTS = ['Maximum call stack size exceeded', 'too much recursion'];
const EXPECTED = 'nesting that the stack has room for';
const FOUND = 'a stack that is used up; a lower limits.depth refuses such nesting earlier';

/**
 * Whether an error is the engine's own, for a stack that has ended. Whoever catches what an author's code throws lets it
 * pass: how deep a caller stands says nothing about the input.
 */
export function isStackOverflow(error: unknown): boolean {
  try {
    if (!(error instanceof Error)) return false;
    const { message } = error;
    return TEXTS.some((text) => message.startsWith(text));
  } catch {
    return false; // an author's own error may throw when it is read
  }
}

/** What a decoder's root throws instead of an error: `limit-exceeded` for the engine's own, any other as it is. */
export function decodeErrorOf(error: unknown): unknown {
  return isStackOverflow(error) ? outOfStack() : error;
}

/** The error for an input that the stack has no room for. Where that shows depends on the caller, so it names no place. */
export function outOfStack(): DecodeError {
  return decodeFailure('limit-exceeded', 0, '', EXPECTED, FOUND);
}

/** What an encoder's root throws instead of an error: `limit-exceeded` for the engine's own, any other as it is. */
export function encodeErrorOf(error: unknown): unknown {
  return isStackOverflow(error) ? valueOutOfStack() : error;
}

function valueOutOfStack(): EncodeError {
  return encodeFailure('limit-exceeded', undefined, '', EXPECTED, FOUND);
}
