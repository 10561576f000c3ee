import { DecodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import type { Damage } from './damage.js';
import { damaged } from './damage.js';
import { drawCase } from './draw-case.js';
import { Examiner } from './examine.js';
import { minimise } from './minimise.js';
import { readOptions } from './options.js';
import type { Seed } from './seed.js';
import { jsonSeed } from './seeds/json-seed.js';
import { steeringIn } from './steering.js';
import type { Case, Target } from './target.js';

// The fuzzing loop finds faults that exist.

const SEED: Seed = { name: 'ten', bytes: Uint8Array.from({ length: 10 }, (_, i) => i), parts: [], words: [] };

const target = (execute: Target['execute'], seeds: readonly Seed[] = [SEED]): Target => ({
  ...{ name: 'made-up', seeds, execute },
  draw: async () => ({ how: [], steps: [] }),
});

const after = (...steps: Damage[]): string =>
  Buffer.from(damaged(SEED.bytes, steps, () => Uint8Array.of(0xaa, 0xbb, 0xcc))).toString('hex');

test('applies each kind of damage', () => {
  expect(after({ kind: 'flip', at: 1, bit: 7 })).toBe('00810203040506070809');
  expect(after({ kind: 'replace', at: 2, length: 3, hex: 'ffff' })).toBe('0001ffff0506070809');
  expect(after({ kind: 'cut', at: 3 })).toBe('000102');
  expect(after({ kind: 'copy', from: 8, length: 2, to: 1 })).toBe('000809010203040506070809');
  expect(after({ kind: 'move', from: 0, length: 2, to: 8 })).toBe('02030405060708090001');
  expect(after({ kind: 'splice', at: 2, seed: 'other', from: 1 })).toBe('0001bbcc');
  expect(after({ kind: 'gzip' }, { kind: 'cut', at: 3 })).toBe('1f8b08');
  expect(after({ kind: 'cut', at: 0 }, { kind: 'flip', at: 5, bit: 0 }, { kind: 'cut', at: 99 })).toBe('');
});

test('draws an execution again from its number, and hardly any two are alike', async () => {
  const any = target(async () => undefined);
  const drawn = await Promise.all(Array.from({ length: 200 }, (_, i) => drawCase(any, 7, i)));
  expect(await drawCase(any, 7, 123)).toEqual(drawn[123]);
  expect(new Set(drawn.map((one) => JSON.stringify(one))).size).toBeGreaterThan(180);
  expect(new Set(drawn.flatMap(({ steps }) => steps.map(({ kind }) => kind)))).toEqual(
    new Set(['flip', 'replace', 'cut', 'copy', 'move', 'splice']),
  );
});

test('replaces whole tokens when it damages JSON', async () => {
  const seed = jsonSeed('json', Buffer.from('{"a": [1, {"b": "c"}], "d": true}'));
  expect(
    seed.words.map(({ at, length }) => Buffer.from(seed.bytes).toString('utf8', at, at + length)),
  ).toEqual(['"a"', '1', '"b"', '"c"', '"d"', 'true']);
  expect(seed.parts).toHaveLength(3);
  let parsed = 0;
  const parse = target(
    async (bytes) => {
      JSON.parse(Buffer.from(bytes).toString('utf8'));
      parsed++;
      return undefined;
    },
    [seed],
  );
  const examiner = new Examiner();
  for (let i = 0; i < 200; i++) await examiner.examine(await drawCase(parse, 1, i), parse);
  expect(parsed).toBeGreaterThan(40);
  expect(parsed).toBeLessThan(200);
});

describe('a fault', () => {
  const one: Case = {
    ...{ target: 'made-up', seed: 'ten', how: [] },
    steps: [
      { kind: 'flip', at: 1, bit: 0 },
      { kind: 'replace', at: 5, length: 1, hex: 'ee' },
      { kind: 'copy', from: 0, length: 3, to: 9 },
    ],
  };

  test('is reported for an exception, and named after the place where it was thrown', async () => {
    const throws = target(async (bytes) => {
      if (bytes.includes(0xee))
        throw new DecodeError({ code: 'unexpected-end', offset: 0, path: '', expected: '', found: '' });
      return undefined;
    });
    const fault = await new Examiner().examine(one, throws);
    expect(fault?.kind).toMatch(/^DecodeError from [\w.]+ in fuzz\.test\.ts$/);
    expect(await new Examiner().examine({ ...one, steps: [] }, throws)).toBeUndefined();
  });

  test('is reported with the least damage that causes it', async () => {
    const grows = target(async (bytes) =>
      bytes.length > 10 && bytes.includes(0xee) ? { kind: 'both', detail: '' } : undefined,
    );
    const examiner = new Examiner();
    const least = await minimise(one, 'both', (fewer) => examiner.examine(fewer, grows));
    expect(least.steps).toEqual([one.steps[1], one.steps[2]]);
  });

  test('is reported for disproportionate processor time', async () => {
    let now = 0;
    const slow = (ms: number): Target =>
      target(async (bytes) => {
        now += bytes.includes(0xee) ? ms : 10;
        return undefined;
      });
    const examiner = new Examiner(() => now);
    expect(await examiner.examine(one, slow(700))).toBeUndefined();
    expect(await examiner.examine(one, slow(800))).toEqual({
      kind: 'made-up: more than linear time',
      detail: '800 ms for 13 bytes; 13 ms would be usual',
    });
  });
});

test('finds characters that control a terminal, but not line feeds and letters', () => {
  expect(steeringIn('a\n\u00e9\u4e2d')).toBeUndefined();
  for (const char of [
    '\u0000',
    '\t',
    '\r',
    '\u001b',
    '\u007f',
    '\u009b',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2066',
  ])
    expect(steeringIn(`ab${char}c`)).toContain(char.charCodeAt(0).toString(16).toUpperCase());
});

test('reads the arguments, and rejects wrong ones', () => {
  expect(readOptions(['devstate', '--seconds', '5'])).toMatchObject({
    ...{ targets: ['devstate'], seconds: 5, executions: Number.POSITIVE_INFINITY, seed: 1, from: 0 },
  });
  expect(readOptions(['all', '--executions', '9', '--seed', '3'])).toMatchObject({
    ...{
      targets: ['devstate', 'codecs', 'snapshot', 'layout'],
      executions: 9,
      seconds: Number.POSITIVE_INFINITY,
      seed: 3,
    },
  });
  for (const wrong of [
    [],
    ['x'],
    ['devstate', 'codecs'],
    ['devstate', '--seconds', '1.5'],
    ['devstate', '--more'],
  ])
    expect(() => readOptions(wrong)).toThrow(TypeError);
});
