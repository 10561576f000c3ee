import type { Infer } from '@bytewright/schema-dsl';
import {
  align,
  decode,
  encode,
  list,
  literal,
  padded,
  padding,
  prefix,
  sizeOf,
  string,
  struct,
  terminated,
  toEnd,
  u8,
  u16be,
} from '@bytewright/schema-dsl';
import type { LawOptions } from '@bytewright/schema-dsl/testing';
import { lawsOf } from '@bytewright/schema-dsl/testing';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { Chunk, Optionals, SCHEMAS } from './schemas.js';

const RUNS = budget({ everyDay: 20, deep: 1000 });

for (const schema of Object.values(SCHEMAS)) laws(schema, undefined, { runs: RUNS, seed: 50 });

describe('roots that are not structs', () => {
  laws(list(u16be, prefix(u8)), undefined, { runs: RUNS, seed: 51 });
  laws(string(toEnd), undefined, { runs: RUNS, seed: 51 });
  laws(literal(u16be, 0xcafe), undefined, { runs: RUNS, seed: 51 });
});

describe('padding and endings', () => {
  const Filled = struct('Filled', {
    tag: u8,
    gap: align(4, { keep: true }),
    fixed: padding(2),
    name: string(terminated('ff')),
    code: string(padded(4), 'ascii'),
  });
  laws(Filled, undefined, { runs: RUNS, seed: 53 });
});

describe('a codec with samples', () => {
  const samples = [
    encode(Optionals, { version: 1, late: undefined, name: 'x', twin: 2, note: { text: 'y' }, tail: 3 }),
  ];
  laws(
    Optionals,
    {
      decode: (bytes) => decode(Optionals, bytes),
      encode: (value) => encode(Optionals, value),
      sizeOf: (value) => sizeOf(Optionals, value),
    },
    { runs: RUNS, seed: 52, samples },
  );
});

describe('which laws apply', () => {
  const numbers = (all: ReturnType<typeof lawsOf>): number[] => all.map(({ number }) => number);
  const codec = {
    decode: (bytes: Uint8Array) => decode(Chunk, bytes),
    encode: (value: Infer<typeof Chunk>) => encode(Chunk, value),
    sizeOf: (value: Infer<typeof Chunk>) => sizeOf(Chunk, value),
  };

  test('law 3 applies to self-delimiting schemas, law 5 to given codecs', () => {
    expect(numbers(lawsOf(Chunk))).toEqual([1, 2, 3, 4, 6]);
    expect(numbers(lawsOf(Chunk, codec))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(numbers(lawsOf(struct('Rest', { text: string(toEnd) })))).toEqual([1, 2, 4, 6]);
  });

  test('law 6 applies to schemas whose values can be wrong', () => {
    expect(numbers(lawsOf(literal(u8, 1)))).toEqual([1, 2, 3, 4]);
    expect(numbers(lawsOf(struct('Mark', { mark: literal(u8, 1) })))).toEqual([1, 2, 3, 4, 6]);
  });

  test('titles state the laws', () => {
    expect(lawsOf(Chunk, codec).map(({ title }) => title)).toEqual([
      'law 1: decode(encode(value)) equals value, and encode(value) has sizeOf(value) bytes',
      'law 2: encode(decode(bytes)) equals bytes, for all bytes that decode accepts',
      'law 3: trailing bytes and truncated inputs are refused',
      'law 4: any bytes give a value or a DecodeError with code, offset, path, expected and found',
      'law 5: the codec and the interpreter agree on values, bytes and errors',
      'law 6: encode refuses values of the wrong type, range or length, with a path',
    ]);
  });
});

describe('the number of runs', () => {
  const configured = fc.readConfigureGlobal();
  afterEach(() => fc.configureGlobal(configured));

  /** The values that the first law encodes. */
  function encodedBy(options: LawOptions): readonly unknown[] {
    const values: unknown[] = [];
    const encodeChunk = (value: Infer<typeof Chunk>): Uint8Array => {
      values.push(value);
      return encode(Chunk, value);
    };
    const codec = {
      decode: (bytes: Uint8Array) => decode(Chunk, bytes),
      encode: encodeChunk,
      sizeOf: (value: Infer<typeof Chunk>) => sizeOf(Chunk, value),
    };
    lawsOf(Chunk, codec, options)[0]?.check();
    return values;
  }

  test('follows the configuration of fast-check', () => {
    fc.configureGlobal({ numRuns: 7, seed: 3 });
    const values = encodedBy({});
    expect(values).toHaveLength(7);
    expect(encodedBy({})).toEqual(values);
    fc.configureGlobal({ numRuns: 7, seed: 4 });
    expect(encodedBy({})).not.toEqual(values);
    expect(encodedBy({ seed: 3 })).toEqual(values);
    expect(encodedBy({ runs: 5 })).toHaveLength(5);
  });

  test('is 100 by default', () => {
    fc.resetConfigureGlobal();
    expect(encodedBy({})).toHaveLength(100);
  });
});
