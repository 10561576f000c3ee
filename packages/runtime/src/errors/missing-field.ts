import type { DecodeError } from './decode-error.js';
import { byteCount, unexpectedEnd } from './failures.js';

/**
 * The error for the first of several adjacent fields that the region is too short for.
 *
 * @param fields what each is called and how it is written: a number's type, `u16be[64]` for a list of 64 of them, or `6 bytes`
 * @example `missingField(0, 5, 'id: u32be, mac: 6 bytes')` says "mac at byte 4 (0x4): expected 6 bytes, found 1 byte (unexpected-end)"
 */
export function missingField(offset: number, end: number, fields: string): DecodeError {
  let at = offset;
  for (const field of fields.split(', ')) {
    const [path = '', type = ''] = field.split(': ');
    const { size, label } = typeOf(type);
    if (end - at < size) return unexpectedEnd(at, path, label, end - at);
    at += size;
  }
  return unexpectedEnd(at, '', 'more bytes', end - at);
}

/** How many bytes a type takes, and what errors call it. */
function typeOf(type: string): { readonly size: number; readonly label: string } {
  const [, name = '', bits = '', count] = /^([a-z]+(\d+)\w*)(?:\[(\d+)\])?$/.exec(type) ?? [];
  if (name === '') return { size: Number.parseInt(type, 10), label: type };
  const width = Number(bits) / 8;
  if (count === undefined) return { size: width, label: `${name} (${byteCount(width)})` };
  const size = Number(count) * width;
  return { size, label: `a list of ${count} (at least ${byteCount(size)})` };
}
