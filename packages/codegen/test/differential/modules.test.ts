import type { MovedModule } from '@bytewright/codegen';
import { generateModules } from '@bytewright/codegen';
import type { Node } from '@bytewright/schema-dsl';
import {
  bytes,
  check,
  derived,
  firstOf,
  list,
  literal,
  on,
  parameter,
  peek,
  prefix,
  string,
  struct,
  tagOf,
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

const level = parameter('level', u8);

/** A mark that knows its level: looked for by one module, written by another. */
const Mark = struct('Mark', { mark: literal(u8, 0xee), level: u8 }).where(($) => [check($.level.eq(level))]);

// A group holds items, and an item may be a group: two modules that import each other.
const Group: Node<unknown> = struct('Group', {
  name: string(prefix(u8), 'ascii'),
  get items() {
    return list(Item, prefix(u8));
  },
});
const Item: Node<unknown> = struct('Item', {
  kind: derived(u8),
  get body() {
    return union({ number: on(1, u16be), group: on(2, Group) });
  },
}).where(($) => [$.kind.is(tagOf($.body as never) as never)]);
const Document = struct('Document', {
  level: u8,
  raw: bytes(until(Mark)),
  end: firstOf({ mark: Mark, none: u8 }),
  next: peek(u8),
  root: Group,
}).where(($) => [$.raw.with(level.of($.level)), $.end.with(level.of($.level))]);

test('structs are generated once, where they are exported, and imported from there', async () => {
  const files = await generateModules([
    schemaModule('marks', [Mark]),
    schemaModule('items', [Item]),
    schemaModule('groups', [Group]),
    schemaModule('document', [Document]),
  ]);
  expect(files.map(({ path }) => path)).toEqual(['marks.ts', 'items.ts', 'groups.ts', 'document.ts']);
  const imports = Object.fromEntries(
    files.map(({ path, text }) => [
      path,
      new Set([...text.matchAll(/from '\.\/(.*)'/g)].map(([, from]) => from)),
    ]),
  );
  expect(imports).toEqual({
    'marks.ts': new Set(),
    'items.ts': new Set(['groups.js']),
    'groups.ts': new Set(['items.js']),
    'document.ts': new Set(['groups.js', 'marks.js']),
  });
  expect(typeErrorsOf(files)).toEqual([]);

  const [, items = {}, groups = {}, document = {}] = await workshop.importAll(files);
  const group = {
    name: 'a',
    items: [
      { body: { type: 'number', value: 5 } },
      { body: { type: 'group', value: { name: '', items: [] } } },
    ],
  };
  // name; two items: 1, 5; 2, a group without name and items
  const bytesOfGroup = '0161 02 010005 020000';
  expect(new Codecs(Group, groups).decode(hex(bytesOfGroup))).toStrictEqual({ value: group });
  expect(new Codecs(Item, items).encode({ body: { type: 'group', value: group } })).toStrictEqual({
    value: hex(`02 ${bytesOfGroup}`),
  });
  const codecs = new Codecs(Document, document);
  // level 7; ee 06 is not a mark of this level; the mark; the group
  expect(codecs.decode(hex(`07 aaee06 ee07 ${bytesOfGroup}`))).toStrictEqual({
    value: { level: 7, raw: hex('aaee06'), end: { type: 'mark', value: { level: 7 } }, root: group },
  });
  expect(codecs.decode(hex('07 ee07 0161 02 010005 02 05 00'))).toMatchObject({
    error: { code: 'unexpected-end', offset: 11, path: 'root.items[1].body.value.name' },
  });
});

test('what no module exports is generated in each one that uses it', async () => {
  const Inner = struct('Inner', { x: u8 });
  const Outer = struct('Outer', { inner: Inner });
  const modules = [
    schemaModule('a', [struct('A', { first: Inner, second: Inner, outer: Outer })]),
    schemaModule('b', [struct('B', { inner: list(Inner, prefix(u8)), outer: Outer })]),
    schemaModule('outer', [Outer]),
    schemaModule('c', [struct('C', { outer: Outer })]),
  ];
  const files = await generateModules(modules);
  const [a, b, outer, c] = files.map(({ text }) => ({
    own: text.match(/interface Inner \{/g)?.length ?? 0,
    from: [...text.matchAll(/from '\.\/(.*)'/g)].map(([, from]) => from),
  }));
  expect(a).toEqual({ own: 1, from: ['outer.js', 'outer.js'] });
  expect(b).toEqual({ own: 1, from: ['outer.js', 'outer.js'] });
  expect(outer).toEqual({ own: 1, from: [] });
  expect(c).toEqual({ own: 0, from: ['outer.js', 'outer.js'] });
  expect(typeErrorsOf(files)).toEqual([]);
  const [first, second, , third] = await workshop.importAll(files);
  expect(first?.decodeA?.(hex('010203'))).toEqual({
    first: { x: 1 },
    second: { x: 2 },
    outer: { inner: { x: 3 } },
  });
  expect(second?.decodeB?.(hex('010203'))).toEqual({ inner: [{ x: 2 }], outer: { inner: { x: 3 } } });
  expect(third?.decodeC?.(hex('07'))).toEqual({ outer: { inner: { x: 7 } } });
  const [alone] = await generateModules(modules.slice(1, 2));
  expect(alone?.text.match(/interface Inner \{/g)).toHaveLength(1);
});

test('two modules may have different structs of one name, and a third one uses either', async () => {
  const Old = struct('Same', { x: u8 });
  const New = struct('Same', { x: u16be });
  const files = await generateModules([
    schemaModule('old', [Old]),
    schemaModule('new', [New]),
    schemaModule('of-old', [struct('Pair', { left: Old, right: Old })]),
    schemaModule('of-new', [struct('Pair', { left: New, right: New })]),
  ]);
  expect(files.map(({ text }) => text.match(/from '(\.[^']*)'/)?.[1])).toEqual([
    undefined,
    undefined,
    './old.js',
    './new.js',
  ]);
  expect(typeErrorsOf(files)).toEqual([]);
  const [, , ofOld, ofNew] = await workshop.importAll(files);
  expect(ofOld?.decodePair?.(hex('0102'))).toEqual({ left: { x: 1 }, right: { x: 2 } });
  expect(ofNew?.decodePair?.(hex('01020304'))).toEqual({ left: { x: 0x0102 }, right: { x: 0x0304 } });
});

test('a module that exports what another one holds offers it again', async () => {
  const Inner = struct('Inner', { x: u8 });
  const Late = struct('Late', { inner: Inner, y: u8 });
  const files = await generateModules([
    schemaModule('first', [Inner]),
    schemaModule('second', [Inner, Late]),
  ]);
  expect(files[1]?.text).toContain("export type { Inner } from './first.js';\n");
  expect(files[1]?.text).toContain("export { decodeInner, encodeInner, sizeOfInner } from './first.js';\n");
  expect(typeErrorsOf(files)).toEqual([]);
  const [, second] = await workshop.importAll(files);
  expect(second?.decodeInner?.(hex('07'))).toEqual({ x: 7 });
  expect(second?.decodeLate?.(hex('0708'))).toEqual({ inner: { x: 7 }, y: 8 });
});

test('a module that would only offer what another one holds is not written', async () => {
  const Inner = struct('Inner', { x: u8 });
  const Other = struct('Other', { y: u8 });
  const moved: MovedModule[] = [];
  const left: string[] = [];
  const files = await generateModules(
    [
      schemaModule('first', [Inner]),
      schemaModule('second', [Inner]),
      schemaModule('third', [Other]),
      schemaModule('both', [Inner, Other]),
    ],
    undefined,
    {
      snapshots: true,
      moved: (one) => moved.push(one),
      leftOut: ({ source, name, why }) => left.push(`${source}: ${name}: ${why}`),
    },
  );
  expect(files.map(({ path }) => path)).toEqual(['first.ts', 'third.ts', 'first.ir.json', 'third.ir.json']);
  expect(moved).toEqual([{ source: 'second.ts', path: 'second.ts', to: 'first.ts' }]);
  expect(left).toEqual([
    'both.ts: The module: its structs are in first.ts and third.ts; import them from there',
  ]);
});

test('one module with different structs of one name is refused, and one with a name of JavaScript', async () => {
  const both = [
    struct('A', { same: struct('Same', { x: u8 }) }),
    struct('B', { same: struct('Same', { y: u8 }) }),
  ];
  await expect(generateModules([schemaModule('a', both)])).rejects.toThrow(
    /^a\.ts: Same: this module has two different structs of this name; rename one of them/,
  );
  await expect(generateModules([schemaModule('a', [struct('Number', { x: u8 })])])).rejects.toThrow(
    /a type called Number would hide JavaScript's own/,
  );
});

test('the order of modules and of runs does not change the text', async () => {
  const modules = [
    schemaModule('marks', [Mark]),
    schemaModule('items', [Item]),
    schemaModule('groups', [Group]),
  ];
  const once = await generateModules(modules);
  expect(await generateModules(modules)).toEqual(once);
  const byPath = (files: typeof once): typeof once => [...files].sort((x, y) => (x.path < y.path ? -1 : 1));
  const text = (files: typeof once): readonly string[] =>
    byPath(files).map((file) => file.text.replace(/^\/\/ IR .*$/m, ''));
  expect(text(await generateModules([...modules].reverse()))).toEqual(text(once));
});

// a table of many arms, all of another module, is a module beside its own: its path may be taken
test('two modules of one path are a fault of the later one', async () => {
  const arms = Array.from({ length: 40 }, (_, i) => struct(`Arm${i}`, { value: u8 }));
  const body = union(Object.fromEntries(arms.map((Arm, i) => [`arm${i}`, on(i, Arm)] as const)));
  const Box = struct('Box', { tag: u8, body }).where(($) => [$.body.tag($.tag)]) as Node<unknown>;
  const Other = struct('Other', { value: u8 });
  const modules = [schemaModule('arms', arms), schemaModule('box', [Box])];
  expect(Object.keys(await generateModules(modules))).toHaveLength(3);
  await expect(generateModules([...modules, schemaModule('box.arms', [Other])])).rejects.toThrow(
    'code of box.ts is generated as box.arms.ts as well; give one of them another folder',
  );
});
