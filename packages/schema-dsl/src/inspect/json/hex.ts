import { joinPath } from '@bytewright/runtime/codec';
import { bytesOfDigits } from './bytes-of-digits.js';
import { DocumentError } from './document-error.js';
import { hexOf } from './hex-of.js';
import type { JsonValue } from './json-value.js';
import { kindOfJson } from './json-value.js';

/** Bytes per line of hexadecimal text, if there are several lines. */
const LINE = 32;
/** The maximum number of bytes in a single string. */
const ONE_STRING = 64;

/**
 * Bytes as lower-case hexadecimal text: one string, or lines of 32 bytes if there are more than 64.
 *
 * @example `hexLines(Uint8Array.of(1, 255))` is `'01ff'`
 */
export function hexLines(bytes: Uint8Array): string | Iterable<string> {
  return bytes.length <= ONE_STRING ? hexOf(bytes) : lines(bytes);
}

function* lines(bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.length; from += LINE)
    yield hexOf(bytes.subarray(from, Math.min(from + LINE, bytes.length)));
}

/**
 * The bytes of hexadecimal text: one string or an array of strings of any length, so that a byte can be inserted by hand
 * without reflowing the lines.
 *
 * @throws DocumentError with the path of the string at fault
 * @example `bytesOfHex(['01', 'ff'], 'payload')` is `01 ff`
 */
export function bytesOfHex(json: JsonValue, path: string): Uint8Array {
  const texts = Array.isArray(json) ? (json as readonly JsonValue[]) : [json];
  const pathOf = (index: number): string => (texts === json ? joinPath(path, `[${index}]`) : path);
  const strings = texts.map((text, index) => checkHex(text, pathOf(index)));
  const bytes = new Uint8Array(strings.reduce((size, text) => size + text.length / 2, 0));
  let offset = 0;
  for (const text of strings) {
    bytes.set(bytesOfDigits(text), offset);
    offset += text.length / 2;
  }
  return bytes;
}

function checkHex(text: JsonValue, path: string): string {
  const expected = 'lower-case hexadecimal text, or an array of it';
  const refuse = (found: string): DocumentError =>
    new DocumentError({ path, position: undefined, expected, found });
  if (typeof text !== 'string') throw refuse(kindOfJson(text));
  const wrong = text.search(/[^0-9a-f]/);
  if (wrong >= 0) throw refuse(`${JSON.stringify(text[wrong])} at character ${wrong + 1}`);
  if (text.length % 2 !== 0) throw refuse(`an odd number of digits (${text.length})`);
  return text;
}
