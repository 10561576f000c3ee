import { isDecodeError } from './decode-error.js';
import { isEncodeError } from './encode-error.js';
import { formatFailure } from './format-failure.js';
import { joinPath } from './join-path.js';

/**
 * Puts a segment in front of an error's path, for `catch (error) { throw atPath(error, 'sections[3]') }`. So a
 * path costs nothing until something fails. Errors that are not ours come back untouched.
 */
export function atPath(error: unknown, segment: string): unknown {
  if (!isDecodeError(error) && !isEncodeError(error)) return error;
  const path = joinPath(segment, error.path);
  const before = error.message;
  const { stack } = error; // read first: tools that map stacks to sources make it of the message there is then
  const message = formatFailure(error.code, error.offset, path, error.expected, error.found);
  // The fields are read-only to everyone else: the error is still being made while it passes the callers.
  Object.assign(error as { path: string; message: string }, { path, message });
  if (typeof stack === 'string') error.stack = stack.replace(before, () => message);
  return error;
}
