import { expect, test } from 'vitest';
import { utf8Decoder, utf8Encoder } from '../../src/text/utf8.js';

test('the decoder is strict and keeps a byte order mark', () => {
  expect(utf8Decoder.decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA');
  expect(() => utf8Decoder.decode(Uint8Array.of(0x41, 0xff))).toThrow(TypeError);
});

test('the decoder keeps nothing from one call to the next', () => {
  expect(() => utf8Decoder.decode(Uint8Array.of(0xe2, 0x82))).toThrow(TypeError);
  expect(utf8Decoder.decode(Uint8Array.of(0x41))).toBe('A');
});

test('the encoder writes UTF-8', () => {
  expect(utf8Encoder.encode('€')).toEqual(Uint8Array.of(0xe2, 0x82, 0xac));
  const bytes = new Uint8Array(4);
  utf8Encoder.encodeInto('€', bytes.subarray(1));
  expect(bytes).toEqual(Uint8Array.of(0, 0xe2, 0x82, 0xac));
});
