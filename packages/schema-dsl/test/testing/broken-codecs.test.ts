import type { Infer } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  count,
  DecodeError,
  decode,
  derived,
  EncodeError,
  encode,
  isDecodeError,
  list,
  prefix,
  sizeOf,
  string,
  struct,
  toEnd,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import type { Codec, LawNumber } from '@bytewright/schema-dsl/testing';
import { LawBroken, lawsOf } from '@bytewright/schema-dsl/testing';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';

// Every law must detect the codecs here that break it. The laws' own functions are called, so that what
// fails on purpose is not a failure of this file.

const Item = struct('Item', { id: u16be, name: string(prefix(u8)) });
const Box = struct('Box', {
  count: derived(u8),
  isOpen: bool,
  levels: list(u16be, prefix(u8)),
  data: bytes(prefix(u8)),
  items: list(Item),
}).where(($) => [$.count.is(count($.items))]);
type Box = Infer<typeof Box>;

const sound: Codec<Box> = {
  decode: (input) => decode(Box, input),
  encode: (value) => encode(Box, value),
  sizeOf: (value) => sizeOf(Box, value),
};

function failureOf(number: LawNumber, codec: Codec<Box>): unknown {
  const law = lawsOf(Box, codec, { seed: 40, runs: 300 }).find((candidate) => candidate.number === number);
  try {
    law?.check();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a correct codec breaks no law, and all six are tried', () => {
  const laws = lawsOf(Box, sound, { seed: 40, runs: budget({ everyDay: 30, deep: 1000 }) });
  expect(laws.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const law of laws) expect(() => law.check()).not.toThrow();
});

function decodeLike(change: (value: Box, input: Uint8Array) => unknown): Codec<Box> {
  // the result is wrong on purpose
  return { ...sound, decode: (input) => change(sound.decode(input), input) as Box };
}

function encodeLike(change: (value: Box) => Uint8Array): Codec<Box> {
  return { ...sound, encode: change };
}

function failLike(change: (error: DecodeError, input: Uint8Array) => unknown): Codec<Box> {
  return {
    ...sound,
    decode(input) {
      try {
        return sound.decode(input);
      } catch (error) {
        throw isDecodeError(error) ? change(error, input) : error;
      }
    },
  };
}

const padded = (input: Uint8Array, more: number): Uint8Array =>
  Uint8Array.of(...input, ...new Uint8Array(more));

const broken: readonly [law: LawNumber, what: string, codec: Codec<Box>, problem: RegExp][] = [
  [
    1,
    'drops the last byte',
    encodeLike((value) => sound.encode(value).slice(0, -1)),
    /sizeOf says 4 bytes, but encode writes 3/,
  ],
  [
    1,
    'miscounts',
    { ...sound, sizeOf: (value) => sound.sizeOf(value) + 1 },
    /sizeOf says 5 bytes, but encode writes 4/,
  ],
  [1, 'cannot tell the size', { ...sound, sizeOf: () => Number(undefined) }, /sizeOf says NaN bytes/],
  [
    1,
    'has no size for some values',
    {
      ...sound,
      sizeOf(value) {
        if (value.isOpen) throw new TypeError('no size');
        return sound.sizeOf(value);
      },
    },
    /sizeOf refuses a valid value: TypeError: no size/,
  ],
  [
    1,
    'returns a Buffer',
    encodeLike((value) => Buffer.from(sound.encode(value))),
    /not return a plain Uint8Array/,
  ],
  [
    1,
    'normalises text',
    decodeLike((v) => ({ ...v, items: v.items.map((i) => ({ ...i, name: i.name.normalize('NFC') })) })),
    /items\[0\]\.name: /,
  ],
  [
    1,
    'gives plain arrays',
    decodeLike((v) => ({ ...v, levels: [...v.levels] })),
    /levels: a Array, not a Uint16Array/,
  ],
  [1, 'loses a member', decodeLike(({ isOpen: _, ...v }) => v), /no member isOpen/],
  [
    1,
    'keeps what is derived',
    decodeLike((v) => ({ ...v, count: v.items.length })),
    /unexpected member count/,
  ],
  [
    1,
    'refuses valid values',
    encodeLike((v) => {
      if (v.isOpen) throw new TypeError('open');
      return sound.encode(v);
    }),
    /encode refuses a valid value: TypeError: open/,
  ],
  [
    1,
    'cannot read its own bytes',
    decodeLike((v) => {
      if (v.isOpen) throw new TypeError('open');
      return v;
    }),
    /decode refuses what encode wrote: TypeError: open/,
  ],

  [
    2,
    'takes any byte for true',
    { ...sound, decode: (b) => sound.decode(b.map((byte, i) => (i === 1 && byte > 1 ? 1 : byte))) },
    /encode writes other bytes: at offset 1 0x01 instead of 0x/,
  ],
  [
    2,
    'normalises text',
    decodeLike((v) => ({ ...v, items: v.items.map((i) => ({ ...i, name: i.name.normalize('NFC') })) })),
    /encode writes other bytes/,
  ],
  [
    2,
    'shares memory with its input',
    decodeLike((v, input) => ({
      ...v,
      data: v.data.length === 0 || v.levels.length > 0 ? v.data : input.subarray(4, 4 + v.data.length),
    })),
    /encode writes other bytes: at offset 4 /,
  ],
  [
    2,
    'accepts what it cannot write',
    decodeLike((v) => ({ ...v, levels: [...v.levels] })),
    /decode accepts, but encode refuses: EncodeError: levels/,
  ],

  [
    3,
    'ignores trailing bytes',
    {
      ...sound,
      decode: (b) => {
        for (let end = b.length; ; end--) {
          try {
            return sound.decode(b.subarray(0, end));
          } catch (e) {
            if (!isDecodeError(e) || e.code !== 'trailing-bytes') throw e;
          }
        }
      },
    },
    /a trailing byte is not refused/,
  ],
  [
    3,
    'blames trailing bytes on the start',
    failLike((e) => (e.code === 'trailing-bytes' ? new DecodeError({ ...e.toJSON(), offset: 0 }) : e)),
    /trailing bytes from offset 4 on fail with DecodeError: at byte 0/,
  ],
  [
    3,
    'reads zeros behind the end',
    { ...sound, decode: (b) => (b.length < 4 ? sound.decode(padded(b, 4 - b.length)) : sound.decode(b)) },
    /the first \d of 4 bytes are accepted/,
  ],
  [
    3,
    'calls the end by another name',
    failLike((e) =>
      e.code === 'unexpected-end' ? new DecodeError({ ...e.toJSON(), code: 'invalid-value' }) : e,
    ),
    /fail with DecodeError: .*; expected unexpected-end or limit-exceeded/,
  ],

  [
    4,
    'throws a RangeError',
    failLike(() => new RangeError('Offset is outside the bounds of the DataView')),
    /decode throws RangeError: Offset .* \(not a Bytewright error\)/,
  ],
  [4, 'throws a string', failLike(() => 'bad input'), /decode throws bad input \(thrown, but not an Error\)/],
  [
    4,
    'points behind the input',
    failLike((e, input) => new DecodeError({ ...e.toJSON(), offset: input.length + 1 })),
    /the error's offset 1 is not within the input/,
  ],
  [
    4,
    'points nowhere',
    failLike((e) => new DecodeError({ ...e.toJSON(), offset: Number.NaN })),
    /the error's offset NaN/,
  ],
  [
    4,
    'does not say what it found',
    failLike((e) => new DecodeError({ ...e.toJSON(), found: '' })),
    /the error does not say found/,
  ],
  [
    4,
    'writes into its input',
    {
      ...sound,
      decode: (b) => {
        const v = sound.decode(b);
        b.fill(0);
        return v;
      },
    },
    /decode changes its input/,
  ],

  [
    5,
    'gives another offset',
    failLike((e) =>
      e.path.endsWith('.name') ? new DecodeError({ ...e.toJSON(), offset: e.offset - 1 }) : e,
    ),
    /codec: +DecodeError: items\[0\]\.name at byte 6 .*\n +interpreter: DecodeError: items\[0\]\.name at byte 7 /,
  ],
  [
    5,
    'gives another path',
    failLike((e) => new DecodeError({ ...e.toJSON(), path: e.path.replace('.name', '') })),
    /decode: the errors differ/,
  ],
  [
    5,
    'gives another code',
    failLike((e) => (e.code === 'invalid-value' ? new DecodeError({ ...e.toJSON(), code: 'mismatch' }) : e)),
    /decode: the errors differ/,
  ],
  [
    5,
    'accepts more',
    {
      ...sound,
      decode: (b) => sound.decode((b[1] ?? 0) > 1 ? Uint8Array.of(b[0] ?? 0, 1, ...b.subarray(2)) : b),
    },
    /decode: the (codec succeeds, but the interpreter refuses|errors differ)/,
  ],
  [
    5,
    'accepts less',
    decodeLike((v) => {
      if (v.levels.length > 3)
        throw new DecodeError({
          code: 'limit-exceeded',
          offset: 0,
          path: '',
          expected: 'less',
          found: 'more',
        });
      return v;
    }),
    /decode: the interpreter succeeds, but the codec refuses: DecodeError: at byte 0/,
  ],
  [
    5,
    'gives another value',
    decodeLike((v) => ({ ...v, isOpen: true })),
    /decode: the results differ: isOpen: true, not false/,
  ],
  [
    5,
    'writes other bytes',
    encodeLike((v) => sound.encode({ ...v, isOpen: !v.isOpen })),
    /encode: the results differ: \[1\]: 1, not 0/,
  ],
  [
    5,
    'refuses wrong values elsewhere',
    encodeLike((v) => {
      try {
        return sound.encode(v);
      } catch (e) {
        throw e instanceof EncodeError ? new EncodeError({ ...e.toJSON(), path: 'data' }) : e;
      }
    }),
    /encode: the errors differ/,
  ],

  [
    6,
    'cuts numbers to their field',
    encodeLike((v) =>
      sound.encode(deep(v, (x) => (typeof x === 'number' && Number.isFinite(x) ? x & 0xffff : x))),
    ),
    /encode accepts .* at items\[0\]\.id/,
  ],
  [
    6,
    'writes lone surrogates as U+FFFD',
    encodeLike((v) =>
      sound.encode(
        deep(v, (x) => (typeof x === 'string' ? new TextDecoder().decode(new TextEncoder().encode(x)) : x)),
      ),
    ),
    /encode accepts a lone surrogate at items\[0\]\.name/,
  ],
  [
    6,
    'cuts counts to their prefix',
    encodeLike((v) =>
      sound.encode(
        v?.data instanceof Uint8Array ? { ...v, data: v.data.subarray(0, v.data.length & 0xff) } : v,
      ),
    ),
    /encode accepts 256 bytes at data/,
  ],
  [
    4,
    'says of no fault where it is',
    failLike((error) => new DecodeError({ ...error.toJSON(), path: undefined as never })),
    /the error has no path/,
  ],
  [
    5,
    'reads the beginning of longer inputs',
    {
      ...sound,
      decode(input) {
        try {
          return sound.decode(input);
        } catch (error) {
          if (!isDecodeError(error) || error.code !== 'trailing-bytes') throw error;
          return sound.decode(input.subarray(0, error.offset));
        }
      },
    },
    /the codec succeeds, but the interpreter refuses: .*trailing-bytes/,
  ],
  [
    5,
    'throws errors of its own',
    failLike((error) => new TypeError(error.code)),
    /the errors differ\n {2}codec: {7}TypeError/,
  ],
  [
    6,
    'takes any object for an array',
    encodeLike((v) =>
      sound.encode('length' in Object(v?.levels) ? { ...v, levels: Uint16Array.from(v.levels) } : v),
    ),
    /encode accepts .* at levels/,
  ],
  [
    6,
    'throws a TypeError',
    encodeLike((v) => {
      if (!(v?.data instanceof Uint8Array)) throw new TypeError('no bytes');
      return sound.encode(v);
    }),
    /encode throws TypeError: no bytes \(not a Bytewright error\)/,
  ],
  [
    6,
    'gives no path',
    encodeLike((v) => {
      try {
        return sound.encode(v);
      } catch (e) {
        throw e instanceof EncodeError ? new EncodeError({ ...e.toJSON(), path: '' }) : e;
      }
    }),
    /an error without a path/,
  ],
];

/** A copy of a value with every leaf changed. */
function deep<T>(value: T, change: (leaf: unknown) => unknown): T {
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return change(part);
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member)]));
  };
  return visit(value) as T; // of the same shape
}

describe('the laws detect a codec that', () => {
  test.each(broken)('by law %i, if it %s', (law, _, codec, problem) => {
    const failure = failureOf(law, codec);
    expect(failure).toBeInstanceOf(LawBroken);
    const { message } = failure as LawBroken;
    expect(message).toMatch(problem);
    expect(message).toMatch(new RegExp(`^Box breaks law ${law}: `));
    expect(message).toContain('(seed 40)');
  });
});

test('a counterexample shows the value, the bytes, and the positions of all parts', () => {
  const failure = failureOf(1, {
    ...sound,
    sizeOf: (value) => sound.sizeOf(value) + (value.items.length > 0 ? 1 : 0),
  });
  expect((failure as Error).message).toBe(
    [
      'Box breaks law 1: decode(encode(value)) equals value, and encode(value) has sizeOf(value) bytes',
      '',
      'sizeOf says 8 bytes, but encode writes 7',
      '',
      'value:',
      '  {"isOpen":false,"levels":Uint16Array.from([]),"data":Uint8Array.from([]),"items":[{"id":0,"name":""}]}',
      '',
      '7 bytes:',
      '  00000000  01 00 00 00 00 00 00                             |.......|',
      '',
      'as the interpreter decodes them:',
      '  offset  length  path           value',
      '  0       1       (count)        1',
      '  1       1       isOpen         false',
      '  2       1       levels         Uint16Array.from([])',
      '  3       1       data           Uint8Array.from([])',
      '  4       2       items[0].id    0',
      '  6       1       items[0].name  ""',
      '',
      'to reproduce it, run the laws with { seed: 40, runs: 300 } (seed 40)',
    ].join('\n'),
  );
});

test('a counterexample may be a single byte, and its long value is truncated', () => {
  const Text = struct('Text', { text: string(toEnd, 'ascii') });
  const long = 'x'.repeat(5000);
  const messageFor = (codec: Codec<Infer<typeof Text>>, samples: readonly Uint8Array[]): string => {
    const law = lawsOf(Text, codec, { seed: 40, runs: 20, samples }).find(({ number }) => number === 2);
    try {
      law?.check();
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('no law was broken');
  };
  const codec: Codec<Infer<typeof Text>> = {
    decode: (input) => decode(Text, input),
    encode: ({ text }) => encode(Text, { text: text.replaceAll('x', 'y') }),
    sizeOf: (value) => sizeOf(Text, value),
  };
  expect(messageFor(codec, [encode(Text, { text: 'x' })])).toContain('\n1 byte:\n  00000000  78');
  const message = messageFor(codec, [encode(Text, { text: long })]);
  expect(message).toContain('\n5000 bytes:\n');
  expect(message).not.toContain(long);
});

test('reports a failure that does not happen again', () => {
  let calls = 0;
  const flaky = decodeLike((value) => (++calls === 1 ? { ...value, isOpen: !value.isOpen } : value));
  expect(failureOf(1, flaky)).toMatchObject({
    message: expect.stringMatching(/: broken once, but not again for the same input \(seed 40\)$/) as string,
  });
});

test('tries samples unchanged before anything random', () => {
  const real = encode(Box, {
    isOpen: true,
    levels: Uint16Array.of(0x1234),
    data: new Uint8Array(0),
    items: [],
  });
  const codec = decodeLike((value) => (value.levels[0] === 0x1234 ? { ...value, isOpen: false } : value));
  for (const number of [2, 5]) {
    const law = lawsOf(Box, codec, { seed: 40, runs: 1, samples: [real] }).find(
      (candidate) => candidate.number === number,
    );
    expect(() => law?.check()).toThrow(/\(sample number \d\)$/);
  }
});
