import { bytes, parameter, struct, u8 } from '@bytewright/schema-dsl';
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/index.js';
import { schemaModuleOf } from '../../src/plan/schema-module-of.js';

const size = parameter('size', u8);
const preset = parameter('preset', u8, { default: 2 });
const Plain = struct('Plain', { a: u8 });
const Sized = struct('Sized', { data: bytes(size) });
const Preset = struct('Preset', { data: bytes(preset) });
const exports = { Plain, Again: Plain, Sized, Preset, size, text: 'no node', number: u8 };
const entry = { source: './schema/all.ts' };

const namesOf = ({ roots }: ReturnType<typeof schemaModuleOf>): readonly string[] =>
  roots.map(({ root }) => (root.kind === 'struct' ? root.name : root.kind));

test('structs are exported, and those are roots that decode by themselves', () => {
  const module = schemaModuleOf(exports, entry, 'generated/');
  expect(module).toMatchObject({ source: 'schema/all.ts', output: 'generated/all.ts' });
  expect([...module.exported.keys()]).toEqual(['Plain', 'Sized', 'Preset']);
  expect(namesOf(module)).toEqual(['Plain', 'Preset']);
});

test('roots can be named', () => {
  expect(namesOf(schemaModuleOf(exports, { ...entry, roots: ['Preset'] }, 'generated'))).toEqual(['Preset']);
  expect(namesOf(schemaModuleOf(exports, { ...entry, roots: [] }, 'generated'))).toEqual([]);
});

test('what an export binds is the default of its parameters, where it is decoded by itself', () => {
  const module = schemaModuleOf({ Bound: Sized.with(size.of(3)) }, entry, 'generated');
  expect(namesOf(module)).toEqual(['Sized']);
  expect(module.roots[0]?.structs.Sized?.parameters).toMatchObject([{ name: 'size', default: 3 }]);
  expect(module.exported.get('Sized')?.structs.Sized?.parameters[0]).not.toHaveProperty('default');
});

test('a module may have a folder of its own', () => {
  const { output } = schemaModuleOf(exports, { ...entry, folder: 'old/devices' }, './generated/');
  expect(output).toBe('generated/old/devices/all.ts');
});

test.each([
  [
    'no struct',
    { number: u8 },
    {},
    "schema/all.ts: exports no struct, only number; export what struct('Name', { … }) returns",
  ],
  [
    'a root of another name',
    exports,
    { roots: ['Plane'] },
    'schema/all.ts: exports no struct called Plane, which roots names; did you mean Plain?',
  ],
  [
    'a root that has to be told something',
    exports,
    { roots: ['Sized'] },
    "schema/all.ts: Sized: is a root, but reads the parameter 'size', so it cannot be decoded by itself; export Sized.with(size.of(…)) in its place, or give the parameter a default",
  ],
])('%s is refused', (_, namespace, more, message) => {
  expect(() => schemaModuleOf(namespace, { ...entry, ...more }, 'generated')).toThrow(ConfigError);
  expect(() => schemaModuleOf(namespace, { ...entry, ...more }, 'generated')).toThrow(
    expect.objectContaining({ message }),
  );
});
