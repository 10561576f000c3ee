import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import { decode, encode } from '@bytewright/schema-dsl';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { importCatalog } from '../../src/import/import-catalog.js';
import { candidatesOf } from '../../src/wire/candidates.js';
import type { CatalogDevices } from '../../src/wire/catalog-devices.js';
import { payloadOf } from '../../src/wire/payload-of.js';
import { temporaryFolder } from '../command/temporary-folder.js';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const program = new Uint8Array(readFileSync(new URL('../fixtures/programs/tables-7.2.elf', import.meta.url)));
const title = 'what tables.c says';
const { files } = importCatalog({ program, title });

/** A folder with the printed modules, from which this workspace's packages are found. */
const folder = temporaryFolder();
const paths = [...files].map(([path, text]) => {
  const file = join(folder, 'catalog', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
});
mkdirSync(join(folder, 'node_modules', '@bytewright'), { recursive: true });
for (const name of ['schema-dsl', 'xen-devstate'])
  symlinkSync(join(packageFolder, '..', name), join(folder, 'node_modules', '@bytewright', name));

test('printed modules compile, as strictly as this repository does', () => {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [], noUnusedLocals: true },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    customConditions: ['@bytewright/source'],
  };
  writeFileSync(join(folder, 'catalog', 'package.json'), '{ "type": "module" }');
  const compiled = ts.createProgram(paths, options);
  const printed = compiled.getSourceFiles().filter(({ fileName }) => paths.includes(fileName));
  expect(printed.length).toBe(files.size);
  // of these files alone: what they import is checked by `npm run typecheck`
  const diagnostics = [
    ...[...compiled.getConfigFileParsingDiagnostics(), ...compiled.getOptionsDiagnostics()],
    ...compiled.getGlobalDiagnostics(),
    ...printed.flatMap((file) => [
      ...compiled.getSyntacticDiagnostics(file),
      ...compiled.getSemanticDiagnostics(file),
    ]),
  ];
  expect(diagnostics.map(({ messageText, file }) => [file?.fileName, messageText])).toEqual([]);
});

interface Devices {
  readonly title: string;
  readonly devices: CatalogDevices;
  readonly incomplete: Readonly<Record<string, readonly string[]>>;
}

describe('they describe what the tables do', () => {
  let catalog: Devices;

  beforeAll(async () => {
    catalog = (await import(pathToFileURL(join(folder, 'catalog', 'devices.ts')).href)) as Devices;
  });

  function payload(name: string, version: number): Node<unknown> {
    const [candidate] = candidatesOf(catalog.devices, name);
    if (candidate === undefined) throw new Error(`no ${name}`);
    return payloadOf(candidate, version);
  }

  // bytes and values by hand, from `kettle` in fixtures/programs/tables.c
  const inVersion2 = '01 02 0064 00c8 00fa 014a 02 616263646566';
  const value2 = {
    isOn: 1,
    elements: [{ watts: 100 }, { watts: 200 }],
    cupSize: Uint16Array.of(250, 330),
    label: new Uint8Array(Buffer.from('abcdef')),
    subsections: [],
  };
  const lid = '05 0a 6b6574746c652f6c6964 00000001 01';

  test.each([
    ['its oldest version, which has no timer yet', 2, inVersion2, value2],
    ['its own version', 3, `${inVersion2} 00000000075bcd15`, { ...value2, boilsAt: 123_456_789n }],
    [
      'a subsection behind it',
      3,
      `${inVersion2} ffffffffffffffff ${lid}`,
      {
        ...value2,
        boilsAt: -1n,
        subsections: [{ name: 'kettle/lid', version: 1, state: { open: 1 } }],
      },
    ],
    [
      'no cups, so no sizes and no label',
      2,
      '00 00 0000 0000 00',
      {
        ...value2,
        isOn: 0,
        elements: [{ watts: 0 }, { watts: 0 }],
        cupSize: new Uint16Array(0),
        label: new Uint8Array(0),
      },
    ],
  ])('kettle: %s', (_, version, hex, expected) => {
    const bytes = new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    const schema = payload('kettle', version);
    const decoded = decode(schema, bytes);
    expect(decoded).toEqual({ ...expected, ...(version === 2 && { boilsAt: undefined }) });
    expect(Buffer.from(encode(schema, decoded)).toString('hex')).toBe(hex.replaceAll(' ', ''));
  });

  test.each([1, 4])('kettle: version %i is none that it reads', (version) => {
    const bytes = new Uint8Array(Buffer.from(inVersion2.replaceAll(' ', ''), 'hex'));
    expect(() => decode(payload('kettle', version), bytes)).toThrow(/version [23] or (?:later|earlier)/);
  });

  test('a count that is on no wire is left open, by name, and its device is none of those that are known', () => {
    // `slots` says how many there are of `slot`; that it says the size of `picture` as well, the language cannot
    expect(catalog.incomplete).toEqual({ toaster: ['Toaster.lever', 'Toaster.picture'] });
    expect(Object.keys(catalog.devices)).toContain('mc146818rtc');
    expect(Object.keys(catalog.devices)).not.toContain('toaster');
  });
});

test('what a base has in just the same way stands there only', () => {
  const texts = new Map(
    [...files].map(([path, text]): [string, string] => [path.replace(/\.ts$/, ''), text]),
  );
  const again = importCatalog({ program, title, bases: [{ name: 'base', texts }] });
  expect([...again.files.keys()]).toEqual(['devices.ts', 'device-state.ts']);
  expect(again.elsewhere.size).toBe(files.size - 2);
  expect(again.elsewhere.get('devices/kettle')).toBe('base');
  expect(again.files.get('devices.ts')).toContain("import { Kettle } from '../base/devices/kettle.js';\n");
  // a base that differs in one
  texts.set('devices/kettle', `${texts.get('devices/kettle')}// another one\n`);
  const other = importCatalog({ program, title, bases: [{ name: 'base', texts }] });
  expect(other.files.get('devices/kettle.ts')).toBe(files.get('devices/kettle.ts'));
  expect([...other.files.keys()]).toEqual(['devices/kettle.ts', 'devices.ts', 'device-state.ts']);
  const list = other.files.get('devices.ts');
  expect(list).toContain("import { Kettle } from './devices/kettle.js';\n");
  expect(list).toContain("import { Timer } from '../base/devices/timer.js';\n");
});
