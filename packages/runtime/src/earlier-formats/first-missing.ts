import type { DecodeError } from '../errors/decode-error.js';
import { unexpectedEnd } from '../errors/failures.js';
import type { missingField } from '../errors/missing-field.js';

/**
 * The error for the first of several adjacent fields that the region is too short for. Code of output format 1 imports it; newer
 * code has {@link missingField}.
 */
export function firstMissing(
  offset: number,
  end: number,
  fields: readonly (readonly [path: string, size: number, type: string])[],
): DecodeError {
  let at = offset;
  for (const [path, size, type] of fields) {
    if (end - at < size) return unexpectedEnd(at, path, type, end - at);
    at += size;
  }
  return unexpectedEnd(at, '', 'more bytes', end - at);
}
