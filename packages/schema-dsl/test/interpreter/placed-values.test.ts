import { at, atEach, explain, gaps, list, prefix, string, struct, u8, u16be } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { encodeErrorOf, hex } from './support.js';

describe('a positioned field that is always present', () => {
  const Word = struct('Word', { head: u8, word: at(u16be), rest: gaps() }).where(($) => [$.word.at(1)]);
  const Text = struct('Text', { head: u8, text: at(string(prefix(u8))), rest: gaps() }).where(($) => [
    $.text.at(1),
  ]);
  const Texts = struct('Texts', { starts: list(u8, prefix(u8)), texts: atEach(string(prefix(u8))) }).where(
    ($) => [$.texts.atEach($.starts, ($start) => ({ offset: $start }))],
  );
  const Words = struct('Words', { starts: list(u8, prefix(u8)), words: atEach(u16be) }).where(($) => [
    $.words.atEach($.starts, ($start) => ({ offset: $start })),
  ]);

  test('is rejected if it is omitted', () => {
    expect(encodeErrorOf(Word, { head: 1, word: undefined, rest: [] })).toMatchObject({
      code: 'wrong-type',
      path: 'word',
    });
    expect(encodeErrorOf(Words, { starts: Uint8Array.of(2), words: [undefined] })).toMatchObject({
      code: 'wrong-type',
      path: 'words[0]',
    });
  });

  test('is rejected before anything is written if it has no size', () => {
    const error = { code: 'wrong-type', expected: 'a string', found: 'undefined' };
    const noText = encodeErrorOf(Text, { head: 1, text: undefined, rest: [] });
    expect(noText).toEqual({ ...error, path: 'text' });
    const noTexts = encodeErrorOf(Texts, { starts: Uint8Array.of(2), texts: [undefined] });
    expect(noTexts).toEqual({ ...error, path: 'texts[0]' });
  });

  test('is rejected if there are more or fewer nodes than offsets', () => {
    expect(encodeErrorOf(Words, { starts: Uint8Array.of(2), words: [1, 2] })).toEqual({
      code: 'wrong-length',
      path: 'words',
      expected: 'length 1',
      found: 'length 2',
    });
  });

  test('is explained with its own type', () => {
    const { root } = explain(Texts, hex('01 02 01 61'));
    expect(root.parts[1]?.parts[0]).toMatchObject({
      path: 'texts[0]',
      type: 'utf-8 string',
      offset: 2,
      length: 2,
    });
  });
});
