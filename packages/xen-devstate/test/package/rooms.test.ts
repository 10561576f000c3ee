import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { circlesOf } from './import-circles.js';

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Folders whose files import one another in a cycle, and why. All but the first two contain the table of a recursive language: an
 * entry of the table reaches its contents through the table.
 */
const RECURSIVE: Readonly<Record<string, string>> = {
  'schema-dsl/src/ir': 'types: the extent of a text contains nodes, and a text is a node',
  'schema-dsl/src/language': 'types: a struct has relations, which refer to the fields of structs',
  'schema-dsl/src/compile': 'a construct is lowered together with its contents',
  'schema-dsl/src/interpreter': 'a construct is decoded and encoded together with its contents',
  'schema-dsl/src/diff': 'constructs are compared together with their contents',
  'schema-dsl/src/testing': 'a value is generated together with its contents',
  'codegen/src/emit': 'code for a construct contains code for its contents',
  'codegen/src/binary-parser': 'a parser is created together with the parsers of its contents',
};

interface ImportingFile {
  readonly path: string;
  /** The files of the same package that it imports, types included. */
  readonly imports: readonly string[];
}

/** What the modules of a package import of one another. Generated code and catalogs are data. */
function filesOf(name: string): readonly ImportingFile[] {
  return readdirSync(`${PACKAGES}${name}/src`, { recursive: true })
    .map((path) => `${name}/src/${String(path).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !/^xen-devstate\/src\/(?:generated|catalogs)\//.test(path))
    .map((path) => ({ path, imports: importsOf(path) }));
}

function importsOf(path: string): readonly string[] {
  const text = readFileSync(PACKAGES + path, 'utf8');
  return [...text.matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)\.js'/g)]
    .map(([, specifier = '']) => posix.join(dirname(path), `${specifier}.ts`))
    .filter((imported) => imported !== path);
}

/** The first folder below `src`; a file directly in `src` is a door. */
const roomOf = (path: string): string => path.split('/').slice(0, 3).join('/');

const NAMES = ['runtime', 'schema-dsl', 'codegen', 'loader', 'cli', 'xen-devstate'];

test('finds cycles', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['c', new Set(['a'])],
    ['d', new Set(['e'])],
    ['e', new Set<string>()],
  ]);
  expect(circlesOf(graph)).toEqual([['a', 'b', 'c']]);
});

describe.each(NAMES)('%s', (name) => {
  const files = filesOf(name);

  test('has no cycle of imports between rooms', () => {
    const rooms = new Map<string, Set<string>>();
    for (const { path, imports } of files) {
      const known = rooms.get(roomOf(path)) ?? new Set();
      rooms.set(roomOf(path), known);
      for (const room of imports.map(roomOf)) if (room !== roomOf(path)) known.add(room);
    }
    expect(rooms.size).toBeGreaterThan(1);
    expect(circlesOf(rooms)).toEqual([]);
  });

  test('has files that import one another in a circle only where a language is recursive', () => {
    const graph = new Map(files.map(({ path, imports }) => [path, new Set(imports)]));
    const circles = circlesOf(graph).map((circle) => [...new Set(circle.map(roomOf))]);
    const listed = Object.keys(RECURSIVE).filter((room) => room.startsWith(`${name}/`));
    expect(circles.flat().sort()).toEqual(listed.sort());
  });
});
