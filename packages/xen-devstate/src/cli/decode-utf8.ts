import { constants } from 'node:buffer';
import { DocumentError } from '@bytewright/schema-dsl/inspect';

/**
 * The text of a document: UTF-8, a byte order mark in front of it ignored.
 *
 * @throws DocumentError for anything else, and for more than a string can hold
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw refused(`at most ${constants.MAX_STRING_LENGTH} bytes of JSON`, `${bytes.length}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw refused('JSON in UTF-8', 'bytes that are no UTF-8');
    throw error;
  }
}

function refused(expected: string, found: string): DocumentError {
  return new DocumentError({ path: '', position: undefined, expected, found });
}
