import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DecodeError, EncodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import { Random } from '../fuzz/random.js';
import type { Case, Field, Fields } from './campaign.js';
import { drawCase, examine, examineSeeds, minimised } from './campaign.js';
import { compareDecode, compareEncoding, kindOf } from './compared.js';
import { drawEdits } from './draw-edits.js';
import { edit } from './edit.js';
import { generatedModules } from './generated-modules.js';
import { excused, INTENDED } from './intended.js';
import type { Codec, Subject } from './subject.js';
import { subjectsOf } from './subject.js';
import { sweep } from './sweep.js';

/** A byte that is not 255, and nothing after it: `{ count: 7, tags: [] }` is `07`. */
const codec: Codec = {
  decode: (bytes) => {
    const details = { offset: 0, path: 'count', expected: 'a byte', found: 'other bytes' };
    if (bytes.length !== 1) throw new DecodeError({ code: 'unexpected-end', ...details });
    if (bytes[0] === 255) throw new DecodeError({ code: 'invalid-value', ...details });
    return { count: bytes[0], tags: [] };
  },
  encode: (value) => {
    if (!isByte(value)) throw outOfRange;
    return Uint8Array.of(value.count);
  },
  sizeOf: () => 1,
};
const outOfRange = new EncodeError({
  ...{ code: 'out-of-range', offset: undefined, path: 'count', expected: 'a byte', found: '?' },
});

function isByte(value: unknown): value is { count: number } {
  const { count } = (value ?? {}) as { count?: unknown };
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count < 255;
}

const subject = (now: Partial<Codec>, old: Partial<Codec> = {}): Subject => ({
  ...{ name: 'made-up Byte', module: 'made-up', struct: 'Byte' },
  old: { ...codec, ...old },
  now: { ...codec, ...now },
});

const field = (now: Partial<Codec>): Field => ({
  subject: subject(now),
  seeds: [{ name: 'seven', bytes: Uint8Array.of(7), parts: [], words: [] }],
});

const only = (one: Field): Fields => ({ files: [one], devices: [], others: [] });

describe('a difference', () => {
  test('is not reported if both do the same', () => {
    expect(compareDecode(subject({}), Uint8Array.of(7))).toEqual({ isAccepted: true });
    expect(compareDecode(subject({}), Uint8Array.of(255))).toEqual({ isAccepted: false });
    expect(compareEncoding(subject({}), { count: 300 })).toEqual({ isAccepted: false });
  });

  test('is reported for another value, error, size or other bytes', () => {
    const kinds = [
      compareDecode(subject({ decode: () => ({ count: 7, tags: [], more: undefined }) }), Uint8Array.of(7)),
      compareDecode(subject({ decode: () => ({ count: -0, tags: [] }) }), Uint8Array.of(0)),
      compareDecode(subject({ decode: () => 8 }), Uint8Array.of(255)),
      compareDecode(subject({ encode: () => Uint8Array.of(8) }), Uint8Array.of(7)),
      compareEncoding(subject({ sizeOf: () => 2 }), { count: 7 }),
      compareEncoding(subject({ encode: () => Uint8Array.of(9) }), { count: 7 }),
      compareEncoding(subject({ encode: () => Uint8Array.of(44) }), { count: 300 }),
    ].map(({ difference }) => difference && kindOf(difference));
    expect(kinds).toEqual([
      'decode made-up Byte: a value, now a value',
      'decode made-up Byte: a value, now a value',
      'decode made-up Byte: invalid-value, now a value',
      'encode made-up Byte: a value, now a value',
      'sizeOf made-up Byte: a value, now a value',
      'encode made-up Byte: a value, now a value',
      'encode made-up Byte: out-of-range, now a value',
    ]);
  });

  test.each(['code', 'offset', 'path', 'expected', 'found'])(
    'is reported for an error that differs only in its %s',
    (key) => {
      const { difference } = compareDecode(
        subject({
          decode: (bytes) => {
            try {
              return codec.decode(bytes);
            } catch (error) {
              if (!(error instanceof DecodeError)) throw error;
              throw new DecodeError({ ...error.toJSON(), [key]: key === 'offset' ? 1 : 'other' });
            }
          },
        }),
        Uint8Array.of(255),
      );
      expect(difference?.what).toBe('decode');
    },
  );

  test('is reported for any other exception, even if both throw it', () => {
    const decode = (): never => {
      throw new RangeError('too deep');
    };
    const { difference } = compareDecode(subject({ decode }, { decode }), Uint8Array.of(7));
    expect(difference && kindOf(difference)).toBe('decode made-up Byte: RangeError, now RangeError');
  });
});

test('applies edits of each kind, and ignores paths that do not exist', () => {
  const value = () => ({ device: 'a', list: [{ x: 1 }, { x: 2, y: 3 }] });
  expect(edit(value(), [{ kind: 'set', path: ['list', 1, 'x'], value: 'z' }])).toEqual({
    ...value(),
    list: [{ x: 1 }, { x: 'z', y: 3 }],
  });
  expect(edit(value(), [{ kind: 'remove', path: ['list', 0] }])).toEqual({
    device: 'a',
    list: [{ x: 2, y: 3 }],
  });
  expect(Object.keys(edit(value(), [{ kind: 'remove', path: ['device'] }]) as object)).toEqual(['list']);
  expect(edit(value(), [{ kind: 'copy', from: ['list', 1], path: ['list', 0] }])).toEqual({
    device: 'a',
    list: [
      { x: 2, y: 3 },
      { x: 2, y: 3 },
    ],
  });
  expect(edit(value(), [{ kind: 'set', path: [], value: 5 }])).toBe(5);
  expect(edit(value(), [{ kind: 'remove', path: ['device', 'x', 'y'] }])).toEqual(value());
});

test('draws edits of each kind at existing paths, and the same ones for the same seeds', () => {
  const value = { list: [{ x: 1, y: 2n }, { x: 3 }], flag: true, name: 'n', bytes: Uint8Array.of(1) };
  const drawn = Array.from({ length: 400 }, (_, i) => drawEdits(value, new Random(5, i))).flat();
  expect(drawEdits(value, new Random(5, 17))).toEqual(drawEdits(value, new Random(5, 17)));
  expect(new Set(drawn.map(({ kind }) => kind))).toEqual(new Set(['set', 'remove', 'copy']));
  const places = new Set(drawn.map(({ path }) => path.join('.')));
  for (const place of ['list.0.x', 'list.0.y', 'list.1.x', 'flag', 'name', 'bytes', 'list.1', 'list'])
    expect(places).toContain(place);
  expect(drawn.some((one) => one.kind === 'set' && one.value === 2 ** 32)).toBe(true);
  expect(drawn.some((one) => one.kind === 'set' && one.path.at(-1) === '__proto__')).toBe(true);
});

test('draws a case again from its number, and finds differences', () => {
  const fields = only(field({ encode: () => Uint8Array.of(1) }));
  const cases = Array.from({ length: 300 }, (_, i) => drawCase(fields, 3, i));
  expect(drawCase(fields, 3, 123)).toEqual(cases[123]);
  const edited = cases.filter(({ edits }) => edits.length > 0);
  expect(edited.length).toBeGreaterThan(40);
  expect(edited.length).toBeLessThan(120);
  expect(cases.filter((one) => examine(one).difference !== undefined).length).toBeGreaterThan(100);
  const same = only(field({}));
  expect(cases.map((_, i) => examine(drawCase(same, 3, i)).difference).filter(Boolean)).toEqual([]);
  expect([...examineSeeds(fields)].map(({ difference }) => difference?.what)).toEqual(['encode', 'encode']);
});

test('reduces a case to the steps and edits that it needs', () => {
  const refuses = field({
    decode: (bytes) => (bytes.length === 2 ? 'two' : codec.decode(bytes)),
    encode: (value) => (Object.hasOwn(value as object, 'more') ? Uint8Array.of(3) : codec.encode(value)),
  });
  const [seed] = refuses.seeds;
  const damagedCase: Case = {
    ...{ field: refuses, seed: seed!, options: undefined, edits: [] },
    steps: [
      { kind: 'flip', at: 0, bit: 0 },
      { kind: 'replace', at: 1, length: 0, hex: 'aa' },
      { kind: 'flip', at: 0, bit: 1 },
    ],
  };
  expect(minimised(damagedCase).steps).toEqual([damagedCase.steps[1]]);
  const editedCase: Case = {
    ...{ field: refuses, seed: seed!, options: undefined, steps: [] },
    edits: [
      { kind: 'set', path: ['count'], value: 1 },
      { kind: 'set', path: ['more'], value: 2 },
    ],
  };
  expect(minimised(editedCase).edits).toEqual([editedCase.edits[1]]);
});

test('truncates at and changes each byte, and edits each field, in a sweep', () => {
  const cases = [...sweep(field({}))];
  expect(cases.flatMap(({ steps }) => steps)).toEqual([
    { kind: 'cut', at: 0 },
    { kind: 'replace', at: 0, length: 1, hex: '01' },
    { kind: 'replace', at: 0, length: 1, hex: 'ff' },
  ]);
  const edits = cases.flatMap((one) => one.edits);
  const at = (path: string) => edits.filter((one) => one.path.join('.') === path);
  expect(at('count')).toContainEqual({ kind: 'set', path: ['count'], value: 256 });
  expect(at('count')).toContainEqual({ kind: 'set', path: ['count'], value: -1 });
  expect(at('count')).toContainEqual({ kind: 'remove', path: ['count'] });
  expect(at('tags')).toContainEqual({ kind: 'set', path: ['tags'], value: null });
  expect(at('unknown')).toEqual([{ kind: 'set', path: ['unknown'], value: 0 }]);
  const misses = field({ encode: (value) => Uint8Array.of((value as { count: number }).count) });
  expect([...sweep(misses)].some((one) => examine(one).difference?.what === 'encode')).toBe(true);
});

test('excuses an intended difference once the changelog mentions it', () => {
  const { difference } = compareDecode(subject({ decode: () => 8 }), Uint8Array.of(255));
  if (difference === undefined) throw new Error('there is a difference');
  const any = { reason: 'made up', told: 'a byte of 255 is read', excuses: () => true };
  expect(excused(difference, 'Now a byte\n  of 255 is read.', [any])).toBe(any);
  expect(excused(difference, 'Nothing.', [any])).toBeUndefined();
  expect(excused(difference, any.told, [{ ...any, excuses: () => false }])).toBeUndefined();
  expect(excused(difference, INTENDED.map(({ told }) => told).join(' '))).toBeUndefined();
});

test('finds the subjects that both trees decode, once if several modules share one', () => {
  const functions = (name: string) => ({
    [`decode${name}`]: () => 0,
    [`encode${name}`]: () => 0,
    [`sizeOf${name}`]: () => 0,
  });
  const [byte, sized, now] = [functions('Byte'), functions('Sized'), functions('Byte')];
  const old = new Map<string, Record<string, unknown>>([
    ['one', { ...byte, ...sized, decodeAlone: () => 0 }],
    ['two', byte],
    ['three', byte],
  ]);
  const found = subjectsOf(
    old,
    new Map([
      ['one', { ...now, ...sized }],
      ['two', now],
    ]),
  );
  expect(found.subjects.map(({ name }) => name)).toEqual(['one Byte', 'one Sized']);
  expect(found.missing).toEqual(['three decodeByte']);
});

test('finds modules by the exports of the package, and golden ones by an equal schema', () => {
  const root = mkdtempSync(join(tmpdir(), 'bytewright-modules-'));
  try {
    const put = (tree: string, path: string, text = ''): void => {
      mkdirSync(dirname(join(root, tree, path)), { recursive: true });
      writeFileSync(join(root, tree, path), text);
    };
    const generated = 'packages/xen-devstate/src/generated';
    const golden = 'packages/codegen/test/golden';
    put('old', `${generated}/qemu-7.2/device-state.ts`);
    put('old', `${generated}/qemu-7.2/devices/hpet.ts`);
    put('old', `${generated}/qemu-7.2/devices/hpet.ir.json`);
    put('old', `${generated}/containers/ram.ts`);
    put('old', `${generated}/footer.ts`);
    for (const name of ['text', 'bits', 'gone']) {
      put('old', `${golden}/generated/${name}.ts`);
      put('old', `${golden}/schemas/${name}.ts`, name);
    }
    put('new', `${golden}/schemas/text.ts`, 'text');
    put('new', `${golden}/schemas/bits.ts`, 'other bits');
    expect(generatedModules(join(root, 'old'), join(root, 'new'))).toEqual([
      { name: 'qemu-7.2', specifier: '@bytewright/xen-devstate/qemu-7.2' },
      { name: 'qemu-7.2/devices/hpet', specifier: '@bytewright/xen-devstate/qemu-7.2/devices/hpet' },
      { name: 'generated/footer', specifier: '@bytewright/xen-devstate/generated/footer' },
      { name: 'generated/containers/ram', specifier: '@bytewright/xen-devstate/generated/containers/ram' },
      { name: 'golden/text', specifier: '../../packages/codegen/test/golden/generated/text.ts' },
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
