import type { TextEncoding } from '@bytewright/runtime';
import { DecodeError, isDecodeError } from '@bytewright/runtime';
import { decodeText, textAt } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { thrown } from '../thrown.js';
import { someUtf8, validPrefix } from './utf8-example.js';

const ENCODINGS: readonly TextEncoding[] = ['ascii', 'latin1', 'utf-8'];

/** Lengths at which the ways to make a string change. */
const LENGTHS = [0, 1, 11, 12, 13, 100, 8191, 8192, 8193, 20_000];

test.each(ENCODINGS)('%s: text of any length, from any place', (encoding) => {
  for (const length of LENGTHS) {
    const text = Array.from({ length }, (_, i) => String.fromCharCode(0x20 + (i % 0x5f))).join('');
    const bytes = Uint8Array.from(`<${text}>`, (char) => char.charCodeAt(0));
    expect(decodeText(bytes, 1, length + 1, encoding, 'name') === text).toBe(true);
    expect(textAt(bytes, 1, length + 1, encoding) === text).toBe(true);
  }
});

describe('ascii', () => {
  test('all 128 characters, in short and long texts', () => {
    for (let code = 0; code < 0x80; code++) {
      const char = String.fromCharCode(code);
      expect(decodeText(Uint8Array.of(code), 0, 1, 'ascii', '')).toBe(char);
      expect(decodeText(new Uint8Array(50).fill(code), 0, 50, 'ascii', '')).toBe(char.repeat(50));
    }
  });

  test('any other byte is refused where it is', () => {
    for (let code = 0x80; code < 0x100; code++) {
      for (const length of [3, 40]) {
        const bytes = new Uint8Array(length).fill(0x61);
        bytes[2] = code;
        bytes[length - 1] = 0xff;
        expect(textAt(bytes, 0, length, 'ascii')).toBeUndefined();
        expect(thrown(() => decodeText(bytes, 1, length, 'ascii', 'idstr'))).toMatchObject({
          code: 'invalid-text',
          offset: 2,
          path: 'idstr',
          expected: 'ascii text',
        });
      }
    }
  });

  test('bytes outside of the range do not count', () => {
    const bytes = Uint8Array.of(0xff, 0x68, 0x69, 0xff);
    expect(decodeText(bytes, 1, 3, 'ascii', '')).toBe('hi');
  });

  test('the message says which byte', () => {
    const error = thrown(() => decodeText(Uint8Array.of(0x68, 0xe9), 0, 2, 'ascii', 'name'));
    expect(error).toBeInstanceOf(DecodeError);
    expect(String(error)).toBe(
      'DecodeError: name at byte 1 (0x1): expected ascii text, found byte 0xe9 (233) (invalid-text)',
    );
  });
});

describe('latin1', () => {
  test('byte n is U+00nn, for all 256: not windows-1252', () => {
    const all = Uint8Array.from({ length: 256 }, (_, code) => code);
    const text = decodeText(all, 0, 256, 'latin1', '');
    expect([...text].map((char) => char.codePointAt(0))).toEqual([...all]);
    for (let code = 0; code < 256; code++) {
      expect(decodeText(all, code, code + 1, 'latin1', '')).toBe(String.fromCodePoint(code));
    }
  });

  test('long text, with high bytes at either side of a chunk', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7) & 0xff);
    const text = decodeText(bytes, 0, bytes.length, 'latin1', '');
    expect(text).toHaveLength(20_000);
    expect(Uint8Array.from(text, (char) => char.charCodeAt(0))).toEqual(bytes);
  });
});

describe('utf-8', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  test('text of the platform’s encoder comes back, a byte order mark and U+FFFD too', () => {
    for (const text of [
      '\ufeffhi',
      '\ufeff',
      'a\ufeffb',
      '\ufffd',
      'é',
      '€',
      '😀',
      '\0',
      '😀'.repeat(9000),
    ]) {
      const bytes = new TextEncoder().encode(text);
      expect(decodeText(bytes, 0, bytes.length, 'utf-8', '')).toBe(text);
    }
    const anyText = fc.string({ unit: 'binary', maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(decodeText(bytes, 0, bytes.length, 'utf-8', '')).toBe(text);
      }),
    );
  });

  test('whatever the bytes: the platform’s text, or an error where the platform’s text ends', () => {
    let refused = 0;
    fc.assert(
      fc.property(someUtf8, fc.nat(3), (bytes, before) => {
        // well-formed bytes before and continuation bytes behind, which must not be seen
        const whole = Uint8Array.from([...new Array(before).fill(0x41), ...bytes, 0x80, 0x80]);
        const end = before + bytes.length;
        const at = validPrefix(bytes);
        if (at === -1) {
          expect(decodeText(whole, before, end, 'utf-8', 'p')).toBe(strict.decode(bytes));
          expect(textAt(whole, before, end, 'utf-8')).toBe(strict.decode(bytes));
          return;
        }
        refused += 1;
        expect(textAt(whole, before, end, 'utf-8')).toBeUndefined();
        expect(thrown(() => decodeText(whole, before, end, 'utf-8', 'p'))).toMatchObject({
          code: 'invalid-text',
          offset: before + at,
          path: 'p',
          expected: 'utf-8 text',
        });
      }),
      { numRuns: budget({ everyDay: 500, deep: 5000 }) },
    );
    expect(refused).toBeGreaterThan(0);
  });
});

describe('memory', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('shared memory is read, also where the platform’s decoder refuses it as browsers do', () => {
    const text = 'gemeinsamer Speicher: é €';
    const encoded = new TextEncoder().encode(text);
    const shared = new Uint8Array(new SharedArrayBuffer(encoded.length));
    shared.set(encoded);
    const decode = TextDecoder.prototype.decode;
    const decoder = vi.spyOn(TextDecoder.prototype, 'decode').mockImplementation(function (
      this: InstanceType<typeof TextDecoder>,
      bytes,
      options,
    ) {
      if (ArrayBuffer.isView(bytes) && bytes.buffer instanceof SharedArrayBuffer) {
        throw new TypeError('The provided view must not be shared');
      }
      return decode.call(this, bytes, options);
    });
    expect(decodeText(shared, 0, shared.length, 'utf-8', '')).toBe(text);
    expect(decoder).toHaveBeenCalledTimes(2);
    shared[shared.length - 1] = 0x41;
    expect(thrown(() => decodeText(shared, 0, shared.length, 'utf-8', ''))).toMatchObject({
      code: 'invalid-text',
      offset: encoded.length - 3,
    });
  });

  test('what the platform cannot do is its own error, and never one of bytes', () => {
    vi.spyOn(TextDecoder.prototype, 'decode').mockImplementation(() => {
      throw new RangeError('Invalid string length');
    });
    const error = thrown(() => decodeText(new Uint8Array(200), 0, 200, 'utf-8', ''));
    expect(error).toBeInstanceOf(RangeError);
    expect(isDecodeError(error)).toBe(false);
  });

  test('a Buffer reads as any other bytes', () => {
    for (const encoding of ENCODINGS) {
      expect(decodeText(Buffer.from('a plain sentence'), 2, 7, encoding, '')).toBe('plain');
    }
    expect(decodeText(Buffer.from('é'.repeat(20)), 0, 40, 'utf-8', '')).toBe('é'.repeat(20));
    expect(decodeText(Buffer.from('é'.repeat(20), 'latin1'), 0, 20, 'latin1', '')).toBe('é'.repeat(20));
  });
});
