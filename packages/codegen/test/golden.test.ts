import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isNode } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../test/budget.js';
import { generateModules } from '../src/generate/generate-modules.js';
import { schemaModuleOf } from '../src/plan/schema-module-of.js';
import { typeErrorsOf } from './differential/type-check.js';

const golden = new URL('./golden/', import.meta.url);
const written = readdirSync(new URL('generated/', golden)).sort();
const names = written.filter((name) => name.endsWith('.ts'));

/** Inputs for each trial of each law: there are hundreds of them, each beside the examples by hand of golden/bytes. */
const RUNS = budget({ everyDay: 12, deep: 400 });

/** Generated functions by name. */
type Module = Readonly<Record<string, unknown>>;

interface Codec {
  readonly decode: (bytes: Uint8Array) => unknown;
  readonly encode: (value: unknown) => Uint8Array;
  readonly sizeOf: (value: unknown) => number;
}

function codecOf(module: Module, struct: string): Codec | undefined {
  const decode = module[`decode${struct}`];
  if (decode === undefined) return undefined; // it needs parameters, so it is not a root
  // laws() finds out whether the functions are what their names say
  return { decode, encode: module[`encode${struct}`], sizeOf: module[`sizeOf${struct}`] } as Codec;
}

test('the committed code and snapshots are what the generator makes of the schemas', async () => {
  const modules = await Promise.all(
    readdirSync(new URL('schemas/', golden))
      .sort()
      .map(async (name) => {
        // Names of a module are in the order of code units, but vitest's are in the order of the text.
        const exports = Object.entries(await load(`schemas/${name}`)).sort(([a], [b]) => (a < b ? -1 : 1));
        return schemaModuleOf(Object.fromEntries(exports), { source: `schemas/${name}` }, 'generated');
      }),
  );
  const files = await generateModules(modules, undefined, {
    snapshots: true,
    configuration: fileURLToPath(new URL('bytewright.config.ts', golden)),
  });
  expect(files.map(({ path }) => path).sort()).toEqual(written.map((name) => `generated/${name}`));
  for (const { path, text } of files) expect(text).toBe(readFileSync(new URL(path, golden), 'utf8'));
});

test('generated code passes the strictest flags, isolatedDeclarations and erasableSyntaxOnly among them', () => {
  const files = names.map((name) => ({
    path: `../golden/generated/${name}`,
    text: readFileSync(new URL(`generated/${name}`, golden), 'utf8'),
  }));
  expect(typeErrorsOf(files)).toEqual([]);
});

test('generated modules import the runtime, one another and what the schemas name, and nothing else', () => {
  for (const name of names) {
    const text = readFileSync(new URL(`generated/${name}`, golden), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, module]) => module);
    expect(
      imported.every(
        (module) => module === '@bytewright/runtime/codec' || /^(?:\.|\.\.\/external)\//.test(module ?? ''),
      ),
    ).toBe(true);
    expect(text).not.toMatch(/\beval\(|\bFunction\(|\bany\b/);
  }
});

/** A module of the golden folder, as vitest loads it. */
const load = async (path: string): Promise<Module> =>
  (await import(fileURLToPath(new URL(path, golden)))) as Module;

for (const name of names) {
  const module = await load(`generated/${name}`);
  const schemas = await load(`schemas/${name}`);
  describe(name, () => {
    for (const schema of Object.values(schemas)) {
      if (!isNode(schema) || schema.definition.kind !== 'struct') continue;
      const { root } = irOf(schema, { allowParameters: true });
      const codec = root.kind === 'struct' ? codecOf(module, root.name) : undefined;
      if (codec !== undefined) laws(schema, codec, { runs: RUNS });
    }
  });
}
