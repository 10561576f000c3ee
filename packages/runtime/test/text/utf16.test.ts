import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import { decodeText, encodeText, textAt, textSize } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { thrown } from '../thrown.js';

// RFC 2781, section 5, has U+12345; the others are the Unicode Standard's own (table 3-5) and Wikipedia's
const VECTORS: readonly (readonly [text: string, le: string, be: string])[] = [
  ['\u{10437}', '01 d8 37 dc', 'd8 01 dc 37'],
  ['\u{24b62}', '52 d8 62 df', 'd8 52 df 62'],
  ['\u{12345}', '08 d8 45 df', 'd8 08 df 45'],
  ['M\u0430\u4e8c\u{10302}', '4d 00 30 04 8c 4e 00 d8 02 df', '00 4d 04 30 4e 8c d8 00 df 02'],
  ['\u{10ffff}', 'ff db ff df', 'db ff df ff'],
  ['\ufeffa', 'ff fe 61 00', 'fe ff 00 61'], // a byte order mark is a character like any other
  ['\ud7ff\ue000', 'ff d7 00 e0', 'd7 ff e0 00'],
  ['', '', ''],
];

describe('published vectors, both ways', () => {
  for (const [text, le, be] of VECTORS) {
    test(JSON.stringify(text), () => {
      for (const [encoding, bytes] of [
        ['utf-16le', hex(le)],
        ['utf-16be', hex(be)],
      ] as const) {
        expect(decodeText(bytes, 0, bytes.length, encoding, '')).toBe(text);
        expect(encodeText(text, encoding)).toEqual(bytes);
        expect(textSize(text, encoding, '')).toBe(bytes.length);
      }
    });
  }
});

describe('ill-formed text is refused where it is ill-formed', () => {
  const cases: readonly (readonly [title: string, bytes: string, offset: number, found: string])[] = [
    ['a high surrogate at the end', '61 00 01 d8', 2, 'a lone surrogate, U+D801'],
    ['a high surrogate before a letter', '01 d8 61 00', 0, 'a lone surrogate, U+D801'],
    ['two high surrogates', '01 d8 01 d8 37 dc', 0, 'a lone surrogate, U+D801'],
    ['a low surrogate', '61 00 37 dc', 2, 'a lone surrogate, U+DC37'],
    ['a pair in the wrong order', '37 dc 01 d8', 0, 'a lone surrogate, U+DC37'],
    ['half a unit', '61 00 62', 2, 'half a unit, byte 0x62 (98)'],
    ['half of a low surrogate', '01 d8 37', 0, 'a lone surrogate, U+D801'],
  ];
  for (const [title, bytes, offset, found] of cases) {
    test(title, () => {
      const le = hex(`ff ${bytes}`);
      expect(textAt(le, 1, le.length, 'utf-16le')).toBeUndefined();
      expect(thrown(() => decodeText(le, 1, le.length, 'utf-16le', 'name'))).toMatchObject({
        code: 'invalid-text',
        offset: offset + 1,
        path: 'name',
        expected: 'utf-16le text',
        found,
      });
      const be = Uint8Array.from(le, (_, i) => le[i % 2 === 1 ? i + 1 : i - 1] ?? 0);
      if (le.length % 2 === 1) expect(textAt(be, 1, be.length, 'utf-16be')).toBeUndefined();
    });
  }

  test('a lone surrogate in a value has no bytes', () => {
    for (const text of ['\ud801', 'a\udc37b', '\udc37\ud801', '\ud801\ud801\udc37']) {
      for (const encoding of ['utf-16le', 'utf-16be'] as const) {
        const error = thrown(() => textSize(text, encoding, 'name'));
        expect(isEncodeError(error)).toBe(true);
        expect(error).toMatchObject({ code: 'invalid-text', path: 'name', expected: `${encoding} text` });
      }
    }
  });
});

test('accepts and gives what the platform does, for any bytes', () => {
  const decoder = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });
  const units = fc.array(fc.oneof(fc.constantFrom(0, 0x61, 0xd7, 0xd8, 0xdb, 0xdc, 0xdf), fc.nat(255)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(units, (items) => {
      const bytes = Uint8Array.from(items);
      let expected: string | undefined;
      try {
        expected = decoder.decode(bytes);
      } catch {
        expected = undefined;
      }
      expect(textAt(bytes, 0, bytes.length, 'utf-16le')).toBe(expected);
    }),
    { numRuns: budget({ everyDay: 3000, deep: 30000 }) },
  );
});

test('long texts, across the chunks in which they are made', () => {
  for (const length of [8191, 8192, 8193, 20_000]) {
    const text = `${'x'.repeat(length - 1)}\u{10437}y`;
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const bytes = encodeText(text, encoding);
      expect(decodeText(bytes, 0, bytes.length, encoding, '') === text).toBe(true);
    }
  }
});

test('an error of a decoder is a DecodeError', () => {
  expect(isDecodeError(thrown(() => decodeText(hex('61'), 0, 1, 'utf-16be', '')))).toBe(true);
});
