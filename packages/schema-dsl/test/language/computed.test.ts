import {
  bytes,
  check,
  computed,
  decode,
  encode,
  external,
  list,
  optional,
  parameter,
  prefix,
  string,
  struct,
  toEnd,
  u8,
  u32be,
} from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';

const marks = parameter('marks', u8);
const digits = external(
  { module: './line.js', export: 'digits' },
  (text: string): number => text.replace(/\D/g, '').length,
);
const lowBit = external({ module: './line.js', export: 'lowBit' }, (word: number): number => word % 2);

describe('a value computed by a user function', () => {
  const Line = struct('Line', { text: string(prefix(u8), 'ascii'), marks: bytes(marks) }).where(($) => [
    $.marks.with(marks.of(computed(digits, $.text))),
  ]);

  test('can be a size', () => {
    const file = Uint8Array.of(4, 0x61, 0x31, 0x62, 0x32, 0xca, 0xfe);
    expect(decode(Line, file)).toEqual({ text: 'a1b2', marks: Uint8Array.of(0xca, 0xfe) });
    expect(encode(Line, { text: 'a1b2', marks: Uint8Array.of(0xca, 0xfe) })).toEqual(file);
    expect(() => encode(Line, { text: 'a1', marks: Uint8Array.of(0xca, 0xfe) })).toThrow(
      expect.objectContaining({ code: 'wrong-length', path: 'marks' }),
    );
    expect(() => decode(Line, file.subarray(0, 6))).toThrow(
      expect.objectContaining({ code: 'unexpected-end', offset: 5, path: 'marks' }),
    );
  });

  test('can be a condition, also on nested fields', () => {
    const Head = struct('Head', { flags: u32be });
    const File = struct('File', { head: Head, more: optional(u8) }).where(($) => [
      $.more.presentWhen(computed(lowBit, $.head.$.flags).eq(1)),
    ]);
    expect(decode(File, Uint8Array.of(0, 0, 0, 3, 9))).toEqual({ head: { flags: 3 }, more: 9 });
    expect(decode(File, Uint8Array.of(0, 0, 0, 2))).toEqual({ head: { flags: 2 }, more: undefined });
  });

  test('is NaN if the function throws, or returns no safe integer', () => {
    for (const bad of [
      (): number => {
        throw new Error('no');
      },
      (): number => 1.5,
      (): number => Number.NaN,
      () => '2' as unknown as number,
    ]) {
      const named = external({ module: './line.js', export: 'bad' }, bad);
      const Bad = struct('Bad', { text: string(prefix(u8)), marks: bytes(marks) }).where(($) => [
        $.marks.with(marks.of(computed(named, $.text))),
      ]);
      expect(() => decode(Bad, Uint8Array.of(0, 1, 1))).toThrow(
        expect.objectContaining({ code: 'invalid-value', path: 'marks' }),
      );
    }
  });

  test('is printed as a call, and survives JSON', () => {
    const Checked = struct('Checked', { words: list(u8, toEnd), text: string(0) }).where(($) => [
      check(computed(digits, $.text).eq(0)),
    ]);
    expect(JSON.parse(JSON.stringify(irOf(Checked)))).toEqual(irOf(Checked));
    expect(() => computed({ external: digits.external, value: 7 as never }, undefined as never)).toThrow(
      'computed(): expected a function wrapped in external(), found 7 wrapped in external()',
    );
  });

  laws(Line);
});
