import { align, firstOf, optional, peek, struct, u8, u16be } from '@bytewright/schema-dsl';
import { expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';

const Aligned = struct('Aligned', { x: firstOf({ one: align(4), other: u8 }) });
const Peeked = struct('Peeked', {
  x: peek(peek(u8)),
  body: optional(u16be),
  y: u8,
}).where(($) => [$.body.presentWhen($.x.eq(1))]);

const module = loadModule(generatedText([Aligned, Peeked]));

test.each([true, 1, Uint8Array.of(0), new BigUint64Array(1)])(
  'alignment as an alternative refuses the value %s alike in both readings',
  (value) => {
    expect(new Codecs(Aligned, module).encode({ x: { type: 'one', value } })).toMatchObject({
      error: { code: 'wrong-type', path: 'x.value', expected: 'undefined' },
    });
  },
);

test('a peek within a peek decides a field in both readings', () => {
  const codecs = new Codecs(Peeked, module);
  expect(codecs.encode({ body: 256, y: 33 })).toEqual({ value: Uint8Array.of(1, 0, 33) });
  expect(codecs.decode(Uint8Array.of(1, 0, 33))).toMatchObject({ value: { body: 256, y: 33 } });
});
