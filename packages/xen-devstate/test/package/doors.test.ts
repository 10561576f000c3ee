import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { doorsOf, graphOf, importsIn } from './door-graph.js';

/** Doors that are only for Node, according to their documentation: files, processes, zlib. */
const FOR_NODE = [
  '@bytewright/cli',
  '@bytewright/codegen',
  '@bytewright/codegen/binary-parser',
  '@bytewright/loader',
  '@bytewright/xen-devstate/node',
  '@bytewright/xen-devstate/schema-modules',
];

/** External packages that a door needs: dependencies of its package, or peers of this door. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '@bytewright/schema-dsl/diff/trials': ['fast-check'],
  '@bytewright/schema-dsl/testing': ['fast-check'],
  '@bytewright/schema-dsl/testing/vitest': ['fast-check', 'vitest'],
  '@bytewright/codegen': ['oxc-transform', 'oxfmt', 'ts-morph'],
  '@bytewright/cli': ['commander', 'picocolors'],
  '@bytewright/loader': ['oxc-transform'],
  '@bytewright/codegen/binary-parser': ['binary-parser'],
};

const doors = ['runtime', 'schema-dsl', 'cli', 'loader', 'codegen', 'xen-devstate'].flatMap(doorsOf);

test('imports are found', () => {
  const text = [
    "import { a } from './a.js';",
    "import type { B } from './b.js';",
    'export {\n  c,\n  d,\n} from "./no.js";'.replaceAll('"', "'"),
    "export type { E } from './e.js';",
    "import 'node:fs';",
    "const f = await import('./f.js');",
    "type G = typeof import('./g.js');",
  ].join('\n');
  expect(importsIn(text)).toEqual(['./a.js', './no.js', 'node:fs', './f.js']);
  expect(importsIn(text, 'static')).toEqual(['./a.js', './no.js', 'node:fs']);
});

test.each(doors)('$name', (door) => {
  const { node, globals, packages, files } = graphOf(door);
  expect(packages).toEqual(NEEDED[door.name] ?? []);
  if (FOR_NODE.includes(door.name)) return;
  expect(node).toEqual([]);
  expect(globals).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(door.entries.length);
  expect(files.length).toBeGreaterThan(0);
});

test('lists only doors that really need Node', () => {
  const named = doors.filter(({ name }) => FOR_NODE.includes(name));
  expect(named.map(({ name }) => name).sort()).toEqual(FOR_NODE);
  for (const door of named.filter(({ name }) => !name.endsWith('/binary-parser')))
    expect(graphOf(door).node.length, door.name).toBeGreaterThan(0);
});

test.each(['codegen', 'xen-devstate'])(
  'starts the command of %s with few modules: its commands are loaded when they are called',
  (name) => {
    const main = fileURLToPath(new URL(`../../../${name}/src/cli/main.ts`, import.meta.url));
    const { files, packages } = graphOf({ entries: [main] }, 'static');
    expect(packages).toEqual(['commander', 'picocolors']);
    expect(files).toContain(`${name}/src/cli/commands.ts`);
    const own = files.filter((file) => !file.startsWith('cli/'));
    expect(own.length).toBeLessThanOrEqual(6);
    expect(own.filter((file) => file.includes('/commands/'))).toEqual([]);
  },
);
