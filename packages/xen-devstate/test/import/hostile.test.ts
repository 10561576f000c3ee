import { readFileSync } from 'node:fs';
import { isDecodeError } from '@bytewright/runtime';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { printCatalog } from '../../src/import/catalog/print-catalog.js';
import { Program } from '../../src/import/elf/program.js';
import { ImportError } from '../../src/import/import-error.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';
import type { FieldContent, StateDescription } from '../../src/import/tables/state-description.js';
import type { Pointer } from './made-up-elf.js';
import { madeUpElf } from './made-up-elf.js';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/programs/${name}`, import.meta.url)));

const { layout } = calibrate(Program.open(fixture('tables-7.2.elf')));

/** Reads a program, which may fail in our way and in no other. */
function outcome(file: Uint8Array): 'read' | 'refused' {
  try {
    readDescriptions(Program.open(file), layout);
    return 'read';
  } catch (error) {
    if (error instanceof ImportError || isDecodeError(error)) return 'refused';
    throw error;
  }
}

describe('a small program, damaged', () => {
  const whole = fixture('module-7.2.so');

  test('is fine before', () => {
    expect(outcome(whole)).toBe('read');
  });

  test('every beginning of it', () => {
    // the last that is looked at are the dynamic section and the data: section headers are behind
    const refused = Array.from({ length: whole.length }, (_, length) => outcome(whole.slice(0, length)));
    expect(refused.lastIndexOf('refused')).toBeGreaterThan(0x3c0);
    expect(refused.slice(0, 0x3c0)).not.toContain('read');
  });

  test.each([0x01, 0x80, 0xff])('every byte of it, changed by %i', (mask) => {
    for (const [at, byte] of whole.entries()) {
      const damaged = whole.slice();
      damaged[at] = byte ^ mask;
      outcome(damaged);
    }
  });
});

describe('programs that no compiler makes', () => {
  test('a made-up one is sound, but for what is made up', () => {
    const program = Program.open(
      madeUpElf({ content: () => Buffer.from('toaster\0'), pointers: (at) => [[8, at]] }),
    );
    expect(program.textAt(program.pointerAt(8))).toBe('toaster');
  });

  test.each([
    [
      'two dynamic sections',
      { headers: [{ type: 2, offset: 0, address: 0, size: 64 }] },
      /two dynamic sections/,
    ],
    ['segments in one another', { headers: [{ type: 1, offset: 0, address: 8, size: 64 }] }, /two segments/],
    [
      'a segment that is not there',
      { headers: [{ type: 1, offset: 0, address: 2 ** 40, size: 2 ** 40 }] },
      /a segment of 1099511627776 bytes/,
    ],
    ['no relocations', { content: () => new Uint8Array(8) }, /no relocations/],
    // 63 pointers in eight bytes
    [
      'very many relocations',
      { packed: Array.from({ length: 70_000 }, () => 2n ** 64n - 1n) },
      /relocations/,
    ],
  ])('%s', (_, parts, reason) => {
    const file = madeUpElf(parts);
    const error = errorOf(() => Program.open(file));
    expect(error).toBeInstanceOf(ImportError);
    expect(String(error)).toMatch(reason);
  });

  test('very many relocations of the other kind', () => {
    const file = madeUpElf({
      content: () => new Uint8Array(24 * (2 ** 22 + 1)),
      pointers: (at) => [[8, at]],
    });
    new DataView(file.buffer).setBigUint64(64 + 2 * 56 + 24, BigInt(24 * (2 ** 22 + 1)), true); // its size
    expect(() => Program.open(file)).toThrow(/more than 4194304 relocations/);
  });

  test('lists of fields that begin within one another', () => {
    const count = 1000;
    const { field, description } = layout;
    const size = 88;
    const pointers = (start: number): Pointer[] => {
      const [text, info, list] = [start, start + 16, start + 64];
      const table = list + (count + 1) * field.stride;
      const fields = Array.from({ length: count }, (_, i): Pointer[] => [
        [list + i * field.stride, text],
        [list + i * field.stride + field.info, info],
      ]).flat();
      const all = Array.from({ length: count }, (_, i): Pointer[] => [
        [table + i * size, text],
        [table + i * size + description.fields, list + i * field.stride],
      ]).flat();
      return [[info, text], [info + 8, start], [info + 16, start], ...fields, ...all];
    };
    const content = (): Uint8Array => {
      const bytes = new Uint8Array(64 + (count + 1) * field.stride + count * size);
      bytes.set(Buffer.from('toaster'));
      for (let i = 0; i < count; i++) bytes[64 + i * field.stride + field.flags] = 1;
      return bytes;
    };
    const program = Program.open(madeUpElf({ content, pointers }));
    expect(() => readDescriptions(program, layout)).toThrow(/lists of fields that lie in one another/);
  });

  test('very many pointers to the name of a type, which is none', () => {
    const count = 100_000;
    const program = Program.open(
      madeUpElf({
        content: () => Buffer.concat([Buffer.from('timer\0\0\0'), Buffer.alloc(8 * count)]),
        pointers: (at) => Array.from({ length: count }, (_, i): Pointer => [at + 8 + 8 * i, at]),
      }),
    );
    // all of the file is code here, so each pointer is a name with functions behind it, and a field of the one behind
    expect(() => calibrate(program)).toThrow(ImportError);
  });
});

function errorOf(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  return undefined;
}

function callsIn(node: ts.Node): string[] {
  const names = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? [node.expression.text] : [];
  node.forEachChild((child) => {
    names.push(...callsIn(child));
  });
  return names;
}

describe('tables that are sound, and hostile', () => {
  let address = 0;
  function described(
    name: string,
    contents: readonly (readonly [string, FieldContent])[],
    subsections: readonly StateDescription[] = [],
  ): StateDescription {
    const fields = contents.map(([field, content]) => ({
      ...{ name: field, content, since: 0, hasPredicate: false, count: undefined },
    }));
    return { address: address++, name, version: 1, minimum: 1, fields, subsections };
  }
  const value = (type: string): FieldContent => ({
    ...{ kind: 'value', type, size: { kind: 'fixed', value: 1 }, description: undefined },
  });
  const struct = (description: StateDescription): FieldContent => ({
    ...{ kind: 'struct', description, version: undefined },
  });

  test('a struct twice in a struct twice in a struct, 32 deep, is printed once', () => {
    let inner = described('same', [['leaf', value('uint8')]]);
    const all = [inner];
    for (let depth = 0; depth < 32; depth++) {
      // all of one name, so that their texts decide about their order
      inner = described('same', [
        [`a${depth}`, struct(inner)],
        [`b${depth}`, struct(inner)],
      ]);
      all.push(inner);
    }
    const { files } = printCatalog(all, { title: 'deep' });
    const text = [...files.values()].join('');
    expect(text.match(/^export const Same\w* = vmstate\(/gm)).toHaveLength(33);
    expect(text.length).toBeLessThan(20_000);
  });

  test('names that mean something elsewhere are only names', () => {
    const names = [
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'class', 'default'],
      ...[
        "'); process.exit(1); ('",
        '*/ evil(); /*',
        '../../../etc/passwd',
        `$${'{evil()}'}`,
        '`',
        '\\',
        '\\u0027',
      ],
      ...['...', '///', ' ', '0', 'NaN', 'undefined', 'slirp', 'ElfHeader', 'a'.repeat(255)],
    ];
    const all = names.flatMap((name) => {
      const sub = described(name, [[name, value('uint8')]]);
      const fields = names.map((one): readonly [string, FieldContent] => [one, value('uint8')]);
      return [sub, described(name, [...fields, [name, struct(sub)], [name, value(name)]], [sub])];
    });
    const { files } = printCatalog(all, { title: "*/ evil(); /* '\u2028\r\n" });
    for (const [path, text] of files) {
      expect(path).toMatch(/^(?:(?:devices|parts)\/)?[a-z][a-z0-9-]*\.ts$/);
      const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
      expect(
        diagnostics.map(({ messageText }) => messageText),
        path,
      ).toEqual([]);
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
      // nothing but imports and constants: no call stands by itself
      for (const statement of source.statements)
        expect(ts.isImportDeclaration(statement) || ts.isVariableStatement(statement), path).toBe(true);
      expect(callsIn(source).filter((name) => /evil|exit/.test(name))).toEqual([]);
    }
  });
});
