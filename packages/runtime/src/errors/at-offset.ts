import { isDecodeError } from './decode-error.js';
import { isEncodeError } from './encode-error.js';
import { formatFailure } from './format-failure.js';

/**
 * Moves an error's offset by that of the region in whose bytes it was found. Errors that are not ours come back
 * untouched, and so do those without an offset.
 */
export function atOffset(error: unknown, start: number): unknown {
  if (!isDecodeError(error) && !isEncodeError(error)) return error;
  if (error.offset === undefined) return error;
  const offset = error.offset + start;
  const before = error.message;
  const { stack } = error; // read first: tools that map stacks to sources make it of the message there is then
  const message = formatFailure(error.code, offset, error.path, error.expected, error.found);
  // The fields are read-only to everyone else: the error is still being made while it passes the callers.
  Object.assign(error as { offset: number | undefined; message: string }, { offset, message });
  if (typeof stack === 'string') error.stack = stack.replace(before, () => message);
  return error;
}
