import type { TextEncoding } from '@bytewright/runtime';
import { EncodeError } from '@bytewright/runtime';
import { createOutput, decodeText, encodeText, textSize, writeText } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { thrown } from '../thrown.js';

const ENCODINGS: readonly TextEncoding[] = ['ascii', 'latin1', 'utf-8', 'utf-16le', 'utf-16be'];

/** Encoders that we did not write; they stand for any text that the encoding can hold. */
const example: Record<TextEncoding, (text: string) => Uint8Array> = {
  ascii: (text) => new Uint8Array(Buffer.from(text, 'ascii')),
  latin1: (text) => new Uint8Array(Buffer.from(text, 'latin1')),
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-16le': (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  'utf-16be': (text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16()),
};

const texts: Record<TextEncoding, fc.Arbitrary<string>> = {
  ascii: fc
    .array(fc.nat(0x7f), { maxLength: 100, size: 'max' })
    .map((codes) => String.fromCharCode(...codes)),
  latin1: fc
    .array(fc.nat(0xff), { maxLength: 100, size: 'max' })
    .map((codes) => String.fromCharCode(...codes)),
  'utf-8': fc.string({ unit: 'binary', maxLength: 100, size: 'max' }),
  'utf-16le': fc.string({ unit: 'binary', maxLength: 100, size: 'max' }),
  'utf-16be': fc.string({ unit: 'binary', maxLength: 100, size: 'max' }),
};

describe.each(ENCODINGS)('%s', (encoding) => {
  test('size, bytes, offset behind, and the text again', () => {
    fc.assert(
      fc.property(texts[encoding], fc.nat(3), (text, offset) => {
        const expected = example[encoding](text);
        const size = textSize(text, encoding, 'name');
        expect(size).toBe(expected.length);
        const output = createOutput(offset + size + 2);
        output.bytes.fill(0xee);
        expect(writeText(output, text, encoding, offset, 'name')).toBe(offset + size);
        expect(output.bytes.subarray(offset, offset + size)).toEqual(expected);
        expect(encodeText(text, encoding)).toEqual(expected);
        expect(decodeText(output.bytes, offset, offset + size, encoding, 'name')).toBe(text);
        // nothing else is touched
        const around = [...output.bytes.subarray(0, offset), ...output.bytes.subarray(offset + size)];
        expect(around).toEqual(new Array(offset + 2).fill(0xee));
      }),
      { numRuns: budget({ everyDay: 300, deep: 3000 }) },
    );
  });

  test.each([0, 1, 31, 32, 33, 9000])('a text of %d characters', (length) => {
    const text = Array.from({ length }, (_, i) => String.fromCharCode(0x20 + (i % 0x5f))).join('');
    const expected = example[encoding](text);
    const output = createOutput(expected.length);
    expect(writeText(output, text, encoding, 0, '')).toBe(expected.length);
    expect(output.bytes).toEqual(expected);
  });

  test('only strings are texts', () => {
    for (const value of [undefined, null, 7, ['a'], Uint8Array.of(0x61), new String('a')]) {
      const error = thrown(() => textSize(value, encoding, 'name'));
      expect(error).toBeInstanceOf(EncodeError);
      expect(error).toMatchObject({
        code: 'wrong-type',
        offset: undefined,
        path: 'name',
        expected: 'a string',
      });
    }
  });

  test('a text that has grown since it was sized is refused, and nothing is written', () => {
    for (const length of [5, 50]) {
      const output = createOutput(4);
      const error = thrown(() => writeText(output, 'x'.repeat(length), encoding, 0, 'name'));
      expect(error).toBeInstanceOf(EncodeError);
      expect(error).toMatchObject({ code: 'wrong-length', offset: 0, path: 'name' });
      expect(output.bytes).toEqual(new Uint8Array(4));
    }
    expect(thrown(() => writeText(createOutput(4), 'xx', encoding, 3, 'name'))).toMatchObject({
      code: 'wrong-length',
      offset: 3,
    });
  });
});

test.each([
  [0x00, [0x00]],
  [0x7f, [0x7f]],
  [0x80, [0xc2, 0x80]],
  [0x7ff, [0xdf, 0xbf]],
  [0x800, [0xe0, 0xa0, 0x80]],
  [0xd7ff, [0xed, 0x9f, 0xbf]],
  [0xe000, [0xee, 0x80, 0x80]],
  [0xfeff, [0xef, 0xbb, 0xbf]],
  [0xffff, [0xef, 0xbf, 0xbf]],
  [0x10000, [0xf0, 0x90, 0x80, 0x80]],
  [0x10ffff, [0xf4, 0x8f, 0xbf, 0xbf]],
])('the edges of UTF-8: character %d', (code, bytes) => {
  for (const times of [1, 50]) {
    const text = String.fromCodePoint(code).repeat(times);
    expect(textSize(text, 'utf-8', '')).toBe(bytes.length * times);
    const output = createOutput(bytes.length * times);
    expect(writeText(output, text, 'utf-8', 0, '')).toBe(bytes.length * times);
    expect([...output.bytes]).toEqual(new Array(times).fill(bytes).flat());
  }
});

test.each<[TextEncoding, string, string]>([
  ['ascii', 'abc\u0080', 'U+0080 at character 3'],
  ['ascii', 'é', 'U+00E9 at character 0'],
  ['latin1', 'aĀ', 'U+0100 at character 1'],
  ['latin1', '€', 'U+20AC at character 0'],
  ['latin1', '😀', 'U+D83D at character 0'],
  ['utf-8', 'a\ud800', 'U+D800 at character 1'],
  ['utf-8', '\udc00a', 'U+DC00 at character 0'],
  ['utf-8', '\udfff\ud800', 'U+DFFF at character 0'],
  ['utf-8', '\ud800\ud800\udc00', 'U+D800 at character 0'],
  ['utf-8', '😀\udbff!', 'U+DBFF at character 2'],
  ['utf-8', '\udbff\ue000', 'U+DBFF at character 0'],
])('%s cannot write %j', (encoding, text, found) => {
  const sized = thrown(() => textSize(text, encoding, 'name'));
  expect(sized).toBeInstanceOf(EncodeError);
  const details = { code: 'invalid-text', path: 'name', expected: `${encoding} text`, found };
  expect(sized).toMatchObject({ ...details, offset: undefined });
  const output = createOutput(16);
  const written = thrown(() => writeText(output, text, encoding, 2, 'name'));
  expect(written).toMatchObject({ ...details, offset: 2 });
  // the field begins before the text, where its size will stand
  const behind = thrown(() => writeText(output, text, encoding, 2, 'name', 1));
  expect(behind).toMatchObject({ ...details, offset: 1 });
});

test.each<[TextEncoding, string]>([
  ['ascii', 'é'],
  ['latin1', '€'],
  ['utf-8', '\ud800'],
])('%s cannot write a text of any length that has %j in it', (encoding, wrong) => {
  for (const length of [0, 20, 47, 48, 49, 500]) {
    for (const room of [length + 1, 4 * length + 8]) {
      const output = createOutput(room);
      const written = thrown(() => writeText(output, 'x'.repeat(length) + wrong, encoding, 0, 'name'));
      expect(written).toMatchObject({ code: 'invalid-text', offset: 0, path: 'name' });
    }
  }
});

test('a text without room fails at its own place, not at that of its field', () => {
  for (const text of ['xxxx', 'é'.repeat(3), 'x'.repeat(60)]) {
    const written = thrown(() => writeText(createOutput(4), text, 'utf-8', 1, 'name', 0));
    expect(written).toMatchObject({ code: 'wrong-length', offset: 1, path: 'name' });
  }
});

test('any UTF-16: a size exactly where text is well-formed, and never a replacement character', () => {
  const unit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0xd7f0, max: 0xe010 }));
  const units = fc.array(unit, { maxLength: 20 });
  let refused = 0;
  fc.assert(
    fc.property(units, fc.constantFrom(0, 40), fc.constantFrom(0, 100), (codes, before, behind) => {
      const text = 'x'.repeat(before) + String.fromCharCode(...codes);
      const bytes = new TextEncoder().encode(text);
      // the platform replaces lone surrogates: what comes back differs
      if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) === text) {
        expect(textSize(text, 'utf-8', '')).toBe(bytes.length);
        const output = createOutput(bytes.length + behind);
        expect(writeText(output, text, 'utf-8', 0, '')).toBe(bytes.length);
        expect(output.bytes.subarray(0, bytes.length)).toEqual(bytes);
        expect(output.bytes.subarray(bytes.length)).toEqual(new Uint8Array(behind));
      } else {
        refused += 1;
        const sized = thrown(() => textSize(text, 'utf-8', '', 0)) as Error;
        const written = thrown(() => writeText(createOutput(bytes.length + behind), text, 'utf-8', 0, ''));
        expect(sized).toMatchObject({ code: 'invalid-text' });
        expect(written).toMatchObject({ code: 'invalid-text', message: sized.message });
      }
    }),
    { numRuns: budget({ everyDay: 500, deep: 5000 }) },
  );
  expect(refused).toBeGreaterThan(0);
});
