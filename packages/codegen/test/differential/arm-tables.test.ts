import type { GeneratedFile, SchemaModule } from '@bytewright/codegen';
import { generateModules } from '@bytewright/codegen';
import type { Node } from '@bytewright/schema-dsl';
import {
  bytes,
  list,
  literal,
  on,
  prefix,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  union,
  until,
} from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { Codecs } from './codecs.js';
import { schemaModule, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

const workshop = new Workshop();
afterAll(() => workshop.remove());

const End = literal(u8, 0xff);
const Pair = struct('Pair', { x: u8, y: u8 });
const Wide = struct('Wide', { x: u16be, y: u16be });
const One = struct('One', { x: u8 });
const None = struct('None', { mark: literal(u8, 0x11) });
const ARMS = {
  pair: on('two', Pair),
  wide: on('two', Wide),
  one: on('one', One),
  none: on('none', None),
  again: on('again', One),
  fifth: on('fifth', Pair),
  sixth: on('sixth', Wide),
  seventh: on('seventh', None),
};
const OPTIONS = { tag: 'kind', value: 'state', raw: 'payload', fallback: 'no arm fits' } as const;
// eight arms told by a name, two of them by the same one; what fits none is kept
const Named = struct('Named', {
  name: string(prefix(u8), 'ascii'),
  body: union(ARMS, { ...OPTIONS, otherwise: bytes(toEnd) }),
})
  .where(($) => [$.body.tag($.name.afterLast('/')), $.body.followedBy(End)])
  .flat('body');
/** The same where the raw arm ends at a mark. */
const Sought = struct('Sought', {
  name: string(prefix(u8), 'ascii'),
  body: union(ARMS, { ...OPTIONS, otherwise: bytes(until(End)) }),
})
  .where(($) => [$.body.tag($.name.afterLast('/')), $.body.followedBy(End)])
  .flat('body');
const Holder = struct('Holder', { named: Named });

test('many arms that a text tells are a table, and held to the text as the interpreter holds them', async () => {
  const files = await generateModules([schemaModule('named', [Named, Holder])]);
  expect(files[0]?.text).toContain('writeArm(output, namedWriters, value.kind, value.state, ');
  expect(typeErrorsOf(files)).toEqual([]);
  const [module = {}] = await workshop.importAll(files);
  const codecs = new Codecs(Holder, module);
  const named = (value: object): object => ({ named: value });
  // "a/two", 01 02, then no ff: kept as it is
  expect(codecs.decode(hex('05 612f74776f 0102'))).toStrictEqual({
    value: named({ name: 'a/two', kind: undefined, payload: hex('0102') }),
  });
  expect(codecs.encode(named({ name: 'a/two', kind: 'one', state: { x: 1 } }))).toMatchObject({
    error: { code: 'mismatch', path: 'named', expected: 'the arm for "two"', found: 'the arm for "one"' },
  });
  // the bytes of `one` that no ff follows would be read as raw
  expect(codecs.encode(named({ name: 'one', kind: 'one', state: { x: 1 } }))).toMatchObject({
    error: { code: 'ambiguous', path: 'named' },
  });
});

test('an arm that decoding would not choose is refused', async () => {
  // the end of the raw arm is looked for, so that something can follow
  const Closed = struct('Closed', { named: Sought, end: literal(u8, 0xff) });
  const [module = {}] = await workshop.importAll(await generateModules([schemaModule('closed', [Closed])]));
  const codecs = new Codecs(Closed, module);
  const named = (state: object, kind: string, name: string): object => ({ named: { name, kind, state } });
  expect(codecs.decode(hex('03 6f6e65 07 ff'))).toStrictEqual({ value: named({ x: 7 }, 'one', 'one') });
  expect(codecs.encode(named({ x: 0, y: 1 }, 'wide', 'two'))).toStrictEqual({
    value: hex('03 74776f 00000001 ff'),
  });
  // 01 02 ff would be read as a pair that ff follows
  expect(codecs.encode(named({ x: 0x0102, y: 0xff00 }, 'wide', 'two'))).toMatchObject({
    error: { code: 'ambiguous', path: 'named' },
  });
});

/** Structs of many fields, as the arms of a union. */
const wide = (count: number): readonly Node<unknown>[] =>
  Array.from({ length: count }, (_, i): Node<unknown> => {
    const fields = Object.fromEntries(
      Array.from({ length: 6 }, (__, j) => [`field${j}`, j === i % 6 ? u16be : u8]),
    );
    return struct(`Kind${i}`, { ...fields, inner: i === 0 ? Pair : u8 });
  });

async function tabled(
  structs: readonly Node<unknown>[],
  ...more: SchemaModule[]
): Promise<{
  readonly files: readonly GeneratedFile[];
  readonly codecs: Codecs;
}> {
  const arms = Object.fromEntries(structs.map((one, i) => [`kind${i}`, on(`k${i}`, one)]));
  const Item = struct('Item', { name: string(prefix(u8), 'ascii'), body: union(arms) }).where(($) => [
    $.body.tag($.name),
  ]);
  const Box = struct('Box', { items: list(Item, toEnd) });
  const files = await generateModules([...more, schemaModule('box', [Box])], undefined, { snapshots: true });
  const code = files.filter(({ path }) => path.endsWith('.ts'));
  expect(typeErrorsOf(code)).toEqual([]);
  const modules = await workshop.importAll(code);
  const module = modules[code.findIndex(({ path }) => path === 'box.ts')] ?? {};
  return { files, codecs: new Codecs(Box as Node<unknown>, module) };
}

/** `k3` and its eight bytes, which `kind0` has one more of. */
const item = (i: number): string =>
  `${Buffer.from(`\x02k${i}`).toString('hex')} ${'0102030405060708'}${i === 0 ? '09' : ''}`;

test('a module that would be too long is cut at the arms of its table', async () => {
  const { files, codecs } = await tabled(wide(10));
  const paths = files.map(({ path }) => path);
  expect(paths.slice(0, 2)).toEqual(['box.ts', 'box/kind0.ts']);
  expect(paths.filter((path) => path.startsWith('box/')).length).toBe(10);
  // only one of them needs a pair, which goes with it
  expect(files.filter(({ text }) => text.includes('export interface Pair')).map(({ path }) => path)).toEqual([
    'box/kind0.ts',
  ]);
  expect(paths.filter((path) => path.endsWith('.ir.json'))).toEqual(['box.ir.json']);
  const outcome = codecs.decode(hex(`${item(0)} ${item(7)}`));
  expect(outcome).toMatchObject({
    value: { items: [{ body: { type: 'kind0' } }, { body: { type: 'kind7' } }] },
  });
  expect(codecs.decode(hex(`${item(7)} 026b39 0102`))).toMatchObject({
    error: { code: 'unexpected-end', path: 'items[1].body.value.field2', offset: 16 },
  });
  expect(codecs.decode(hex('026b78'))).toMatchObject({
    error: { code: 'unknown-tag', path: 'items[0].body' },
  });
});

test('a large table is a module of its own, and its arms are those that other modules offer', async () => {
  const structs = wide(34);
  const halves = [schemaModule('first', structs.slice(0, 20)), schemaModule('second', structs.slice(20))];
  const { files, codecs } = await tabled(structs, ...halves);
  const table = files.find(({ path }) => path === 'box.arms.ts')?.text ?? '';
  expect(table).toContain('kind0Reading');
  expect(table).not.toMatch(/const \w+: ReadingArm</);
  expect(files.find(({ path }) => path.startsWith('second'))?.text).toMatch(
    /export const kind33Reading: ReadingArm<Kind33/,
  );
  expect(codecs.decode(hex(item(7)))).toMatchObject({ value: { items: [{ body: { type: 'kind7' } }] } });
});
