import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isDeep } from '../../../../test/budget.js';
import { compiledWith } from './compiled-with.js';
import { walksOf } from './walks-of.js';

const ROOT = new URL('../../../../', import.meta.url);
const walks = walksOf(readFileSync(new URL('CONTRIBUTING.md', ROOT), 'utf8'));

/** The files of a walk that are not documents. */
const codeOf = (name: string): readonly string[] =>
  walks.find((walk) => walk.name === name)?.files.filter((file) => file.endsWith('.ts')) ?? [];

test('there are five', () => {
  expect(walks.map(({ name }) => name)).toEqual(['construct', 'command', 'container', 'QEMU', 'error']);
});

describe.each(walks)('$name', ({ files }) => {
  test('touches files that are there', () => {
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  });
});

// The compiler takes its time over the whole repository.
describe.runIf(isDeep)('the compiler names the files of a walk', () => {
  test('of a construct that is in the types and nowhere else', () => {
    const faulty = compiledWith([
      {
        file: 'packages/schema-dsl/src/language/definition.ts',
        text: 'export type Definition =\n',
        becomes: "export type Definition =\n  | { readonly kind: 'new' }\n",
      },
      {
        file: 'packages/schema-dsl/src/ir/node.ts',
        text: 'export type NodeIR =\n',
        becomes: "export type NodeIR =\n  | { readonly kind: 'new' }\n",
      },
    ]);
    expect(faulty.length).toBeGreaterThan(10);
    expect(faulty.filter((file) => !codeOf('construct').includes(file))).toEqual([]);
    const silent = ['definition.ts', 'node.ts', 'constructs.ts'];
    const loud = codeOf('construct').filter((file) => !silent.some((name) => file.endsWith(`/${name}`)));
    expect(loud.filter((file) => !faulty.includes(file))).toEqual([]);
  });

  test('of a container', () => {
    const faulty = compiledWith([
      {
        file: 'packages/xen-devstate/src/containers/found-device-state.ts',
        text: 'export type FoundDeviceState =\n',
        becomes: "export type FoundDeviceState =\n  | (ByteRange & { readonly kind: 'new' })\n",
      },
    ]);
    expect(faulty).not.toEqual([]);
    expect(faulty.filter((file) => !codeOf('container').includes(file))).toEqual([]);
  });

  test('and none where nothing was changed', () => {
    expect(compiledWith([])).toEqual([]);
  });
});
