import { constants } from 'node:buffer';
import { DocumentError } from '@bytewright/schema-dsl/inspect';

/**
 * Decodes a document from UTF-8, ignoring a leading byte order mark.
 *
 * @throws DocumentError if the bytes are not UTF-8, or are more than a string can hold
 */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    throw refused(`at most ${constants.MAX_STRING_LENGTH} bytes of JSON`, `${bytes.length}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw refused('JSON in UTF-8', 'bytes that are not UTF-8');
    throw error;
  }
}

function refused(expected: string, found: string): DocumentError {
  return new DocumentError({ path: '', position: undefined, expected, found });
}
