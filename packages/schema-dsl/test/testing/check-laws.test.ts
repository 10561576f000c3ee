import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import {
  bytes,
  decode,
  encode,
  list,
  literal,
  peek,
  prefix,
  sizeOf,
  string,
  struct,
  toEnd,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import type { Codec } from '@bytewright/schema-dsl/testing';
import { checkLaws, LawBroken, lawsOf } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';

const Text = struct('Text', { mark: literal(u16be, 0xbeef), text: string(prefix(u8), 'ascii') });
interface Text {
  readonly text: string;
}
const sound: Codec<Text> = {
  decode: (input) => decode(Text, input),
  encode: (value) => encode(Text, value),
  sizeOf: (value) => sizeOf(Text, value),
};
const options = { runs: 30, seed: 3 };

/** The message of the law that a codec breaks. */
function brokenBy(codec: Codec<Text>): string {
  try {
    checkLaws(Text, codec, options);
  } catch (error) {
    expect(error).toBeInstanceOf(LawBroken);
    return (error as Error).message;
  }
  throw new Error('no law was broken');
}

describe('checkLaws tries all laws without a test runner', () => {
  test('and reports which hold', () => {
    const { held, inapplicable } = checkLaws(Text, sound, options);
    expect(held.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(held[2]?.title).toBe('law 3: trailing bytes and truncated inputs are refused');
    expect(inapplicable).toEqual([]);
  });

  const cases: readonly (readonly [Node<unknown>, readonly number[], string])[] = [
    [
      struct('Rest', { kind: u8, text: bytes(toEnd) }),
      [5, 3],
      'not self-delimiting, Rest.text ends with the input',
    ],
    [bytes(toEnd), [5, 3], 'not self-delimiting, ends with the input'],
    [
      struct('Peek', { next: peek(u8), items: list(u8, 1) }),
      [5, 3],
      'not self-delimiting, Peek.next looks ahead, and may see the end of the input',
    ],
    [literal(u8, 1), [5, 6], 'the schema has no value that could be wrong'],
  ];
  test.each(cases)('and which do not apply, and why: case %$', (schema, numbers, why) => {
    const { inapplicable } = checkLaws(schema, undefined, { runs: 5, seed: 3 });
    expect(new Set(inapplicable.map(({ number }) => number))).toEqual(new Set(numbers));
    const [law5] = inapplicable.filter(({ number }) => number === 5);
    expect(law5?.reason).toBe('no codec was given, and the interpreter agrees with itself');
    expect(inapplicable.find(({ number }) => number !== 5)?.reason).toBe(why);
  });

  test('in node:test, where a broken law fails the test', () => {
    const file = fileURLToPath(new URL('runners/laws-by-node-test.ts', import.meta.url));
    const args = ['--conditions=@bytewright/source', '--import', 'tsx', '--test-reporter=tap', file];
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toContain('ok 1 - laws of Note\n');
    expect(stdout).toContain('# law 3: not self-delimiting, Note.text ends with the input\n');
    expect(stdout).toContain('not ok 2 - laws of a Note whose kind is forgotten\n');
    expect(stdout).toContain('Note breaks law 1: ');
    expect(status).toBe(1);
  });
});

describe('a broken law shows the value, its bytes with the differing one marked, and how to reproduce it', () => {
  test('if a value decodes differently', () => {
    const message = brokenBy({ ...sound, decode: (input) => ({ text: decode(Text, input).text.trim() }) });
    expect(message).toContain('\nvalue:\n  {"text":" "}\n');
    expect(message).toContain(
      '\n4 bytes:\n' +
        '  00000000  be ef 01 20                                      |... |\n' +
        '                  ^^ byte 2\n',
    );
    expect(message).toMatch(/\nto reproduce it, run the laws with \{ seed: 3, runs: 30 \} \(seed 3\)$/);
  });

  test('if bytes encode differently: also the bytes written', () => {
    const codec = { ...sound, encode: ({ text }: Text) => encode(Text, { text: text.replaceAll('x', 'y') }) };
    const samples = [encode(Text, { text: 'axb' })];
    const law2 = lawsOf(Text, codec, { ...options, samples }).find(({ number }) => number === 2);
    expect(() => law2?.check()).toThrow(
      '\nencode writes other bytes: at offset 4 0x79 instead of 0x78\n\nvalue:\n  {"text":"axb"}\n\n6 bytes:\n' +
        '  00000000  be ef 03 61 78 62                                |...axb|\n' +
        '                        ^^ byte 4\n\nencode writes 6 bytes:\n' +
        '  00000000  be ef 03 61 79 62                                |...ayb|\n' +
        '                        ^^ byte 4\n',
    );
  });

  test('if bytes are missing: the end', () => {
    const short = {
      ...sound,
      decode: (input: Uint8Array) => (input.length === 2 ? { text: '' } : decode(Text, input)),
    };
    const law3 = lawsOf(Text, short, options).find(({ number }) => number === 3);
    expect(() => law3?.check()).toThrow('the first 2 of 3 bytes are accepted');
    expect(() => law3?.check()).toThrow(
      '\n  00000000  be ef                                            |..|\n                  ^^ the end\n',
    );
  });

  test('if an error is wrong: the offset that it names', () => {
    const codec = {
      ...sound,
      decode: (input: Uint8Array) => {
        if (input.length > 3 && input[3] === 0x61) throw new RangeError('no a');
        return decode(Text, input);
      },
    };
    expect(brokenBy(codec)).toContain(
      'decode refuses what encode wrote: RangeError: no a (not a Bytewright error)',
    );
  });
});
