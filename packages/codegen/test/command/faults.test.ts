import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../src/index.js';
import { Project } from './bytewright.js';

let project: Project;

beforeEach(() => {
  project = new Project();
  project.write('schemas/good.ts', [
    "import { struct, u8 } from '@bytewright/schema-dsl';",
    "export const Good = struct('Good', { a: u8 });",
  ]);
});
afterEach(() => project.remove());

/** Writes a configuration, one option a line. */
function configure(...options: readonly string[]): void {
  project.write('bytewright.config.ts', ['export default {', ...options.map((one) => `  ${one},`), '};']);
}

/** A module with an import of the language, and more lines. */
function schema(path: string, ...lines: readonly string[]): void {
  project.write(path, ["import * as b from '@bytewright/schema-dsl';", ...lines]);
}

/** The lines that a command complains in; that it fails, writes nothing and prints no stack is held here. */
async function complaints(...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await project.bytewright(...args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).not.toMatch(/^\s+at |bytewright-run/m);
  expect(existsSync(join(project.folder, 'generated'))).toBe(false);
  return stderr.trimEnd().split('\n');
}

describe('faults of a configuration', () => {
  test('are told all at once, each with its line', async () => {
    configure(
      "modulez: ['schemas/good.ts']",
      'output: 5',
      'snapshots: 1',
      "exports: { v2: 'v2' }",
      'depth: 3',
    );
    expect(await complaints('generate')).toEqual([
      'bytewright.config.ts:2: there is no option modulez; did you mean modules?',
      'bytewright.config.ts:6: there is no option depth; there are modules, output, snapshots, exports',
      "bytewright.config.ts:3: output is the folder for generated code, such as 'generated', not 5",
      'bytewright.config.ts:4: snapshots is true or false, not 1',
      "bytewright.config.ts:5: exports: a public path is a wildcard such as './v2/*', not 'v2'",
      "bytewright.config.ts:5: exports['v2'] is a wildcard for generated modules, relative to output, such as 'v2/*', not 'v2'",
      '6 faults in 1 module',
    ]);
  });

  test('of its modules', async () => {
    project.write('bytewright.config.ts', [
      'export default {',
      '  modules: [',
      "    'schemas/good.ts',",
      '    7,',
      "    { source: 'schemas/good.ts', rots: ['Good'], folder: '../up' },",
      '    { source: null },',
      "    { source: 'schemas/good.ts', folder: 'a', roots: 'Good', generated: '' },",
      "    'schemas/god.ts',",
      "    'nowhere/a.ts',",
      "    'schemas/note.md',",
      '  ],',
      "  output: '/generated',",
      '};',
    ]);
    project.write('schemas/note.md', ['# no schema']);
    const whole = "{ source: 'schemas/packet.ts', … }";
    expect((await complaints('generate')).map((line) => line.replace(/^bytewright\.config\.ts/, ''))).toEqual(
      [
        ":12: output is relative to the configuration, such as 'generated', not '/generated'",
        `:2: modules[1] is the path of a schema module, or ${whole}, not 7`,
        ':5: modules[2]: there is no option rots; did you mean roots?',
        ":3: modules[2]: folder is a folder in that of the output, such as 'devices', not '../up'",
        ":2: modules[3]: source is the path of a schema module, such as 'schemas/packet.ts', not null",
        ":3: modules[4]: roots is a list of names of exported structs, such as ['Packet'], not 'Good'",
        ":3: modules[4]: generated is what the module is imported as, such as '@scope/package/generated/packet', not ''",
        ':8: there is no schema module schemas/god.ts; did you mean schemas/good.ts?',
        ':9: there is no schema module nowhere/a.ts',
        ':10: a schema module is a .ts file, not schemas/note.md',
        '10 faults in 1 module',
      ],
    );
  });

  test.each([
    ['export const modules = [];', 'has no default export; write: export default defineConfig({ modules: '],
    ['export default [];', 'has a default export that is []; write: export default defineConfig({'],
    ['export default () => ({});', 'has a default export that is [Function: default]; write: export default'],
    [
      'export default {};',
      'has no output, the folder for generated code; write: export default defineConfig({',
    ],
    [
      'export default { output: "generated" };',
      'has no modules, which lists the schema modules; write: export',
    ],
    [
      'export default { output: "generated", modules: "a.ts" };',
      "1: modules is a list of schema modules, such as ['schemas/packet.ts'], not 'a.ts'",
    ],
    ['export default { modules: [ };', '1:29: Unexpected token'],
    ["import './none.js';", "1: imports './none.js', and there is no such file"],
    ["const a = 1;\nthrow new RangeError('too far');", '2:7: RangeError: too far'],
  ])('%s', async (text, problem) => {
    project.write('bytewright.config.ts', [text]);
    const [first] = await complaints('generate', '--check');
    expect(first?.startsWith('bytewright.config.ts:')).toBe(true);
    expect(first).toContain(problem);
  });

  test('sources that generated code would replace, and modules of one output', async () => {
    configure("modules: ['schemas/good.ts', 'other/good.ts', 'other/good.ts', 'a.ts']", "output: 'schemas'");
    for (const path of ['other/good.ts', 'a.ts'])
      schema(path, "export const A = b.struct('A', { a: b.u8 });");
    expect(await complaints('generate')).toEqual([
      'bytewright.config.ts:2: other/good.ts is listed twice; list it once',
      "bytewright.config.ts:3: the code of schemas/good.ts would replace the schema module itself, and so for 1 more; give output a folder without sources, such as 'generated'",
      '2 faults in 1 module',
    ]);
    configure("modules: ['schemas/good.ts', 'other/good.ts']", "output: 'generated'");
    expect((await complaints('generate'))[0]).toBe(
      "bytewright.config.ts:2: schemas/good.ts and other/good.ts are both generated as generated/good.ts; give one of them a folder of its own: { source: 'other/good.ts', folder: '…' }",
    );
    configure("modules: ['a.ts']", "output: '.'");
    expect((await complaints('generate'))[0]).toContain(
      'the code of a.ts would replace the schema module itself',
    );
  });
});

describe('faults of schemas', () => {
  test('of all modules are reported together, each where it stands', async () => {
    const names = [
      'packet',
      'header',
      'broken',
      'unexported',
      'missing',
      'lost',
      'thrown',
      'text',
      'where',
      'none',
    ];
    configure(`modules: [${names.map((name) => `'schemas/${name}.ts'`).join(', ')}]`, "output: 'generated'");
    schema(
      'schemas/packet.ts',
      "import { Header } from './header.js';",
      '// two of the module itself, and one that it imports',
      "export const Packet = b.struct('Packet', {",
      '  header: Header,',
      '  data: b.bytes(),',
      '});',
      "export const Sized = b.struct('Sized', { size: b.derived(b.u8) });",
    );
    schema('schemas/header.ts', "export const Header = b.struct('Header', {", '  name: b.bytes(),', '});');
    schema('schemas/broken.ts', "export const A = b.struct('A', { a: b.u8 }};");
    // what is only a type is left out when it is compiled, and lines are told all the same
    schema(
      'schemas/unexported.ts',
      'type A = number;',
      '',
      "import { Nope } from './good.js';",
      'export { Nope };',
    );
    schema('schemas/missing.ts', '', "export * from './nowhere.js';");
    schema('schemas/lost.ts', "import 'no-such-package/door';");
    schema(
      'schemas/thrown.ts',
      'interface A { a: number }',
      'function fails(): never {',
      "  throw new TypeError('two\\nlines');",
      '}',
      'export const A = fails();',
    );
    schema('schemas/text.ts', "throw 'a text';");
    schema(
      'schemas/where.ts',
      "export const W = b.struct('W', { a: b.u8 }).where(() => {",
      "  throw new Error('not yet');",
      '});',
    );
    schema('schemas/none.ts', 'export const size = 3;');
    expect(
      (await complaints('generate')).map((line) => line.replace(/: (has no end|derived).*/, ': …')),
    ).toEqual([
      'schemas/header.ts:3: Header.name: …',
      'schemas/packet.ts:6: Packet.data: …',
      expect.stringMatching(/^schemas\/packet\.ts:8: Sized\.size: /),
      'schemas/broken.ts:2:43: Expected `,` or `)` but found `}`',
      "schemas/unexported.ts:4: imports Nope from './good.js', which does not export it",
      "schemas/missing.ts:3: imports './nowhere.js', and there is no such file",
      "schemas/lost.ts:2: imports 'no-such-package/door', which is not installed; install the package, or correct its name",
      'schemas/thrown.ts:4:9: TypeError: two lines',
      "schemas/text.ts: throws 'a text', not an Error",
      'schemas/where.ts:3:9: W: its where() throws Error: not yet; fix that function',
      "schemas/none.ts: exports no struct, only size; export what struct('Name', { … }) returns",
      '11 faults in 10 modules',
    ]);
  });

  test('that only code is refused for are told with their lines as well, and roots that cannot be', async () => {
    configure(
      "modules: ['schemas/twice.ts', { source: 'schemas/roots.ts', roots: ['Bloc', 'Block'] }]",
      "output: 'generated'",
    );
    schema(
      'schemas/twice.ts',
      "export const A = b.struct('A', { same: b.struct('Same', { x: b.u8 }) });",
      "export const B = b.struct('B', { same: b.struct('Same', { y: b.u8 }) });",
    );
    schema(
      'schemas/roots.ts',
      "const size = b.parameter('size', b.u8);",
      "export const Block = b.struct('Block', { data: b.bytes(size) });",
    );
    expect(await complaints('generate')).toEqual([
      'schemas/roots.ts: exports no struct called Bloc, which roots names; did you mean Block?',
      "schemas/roots.ts:3: Block: is a root, but reads the parameter 'size', so it cannot be decoded by itself; export Block.with(size.of(…)) in its place, or give the parameter a default",
      '2 faults in 1 module',
    ]);
    configure("modules: ['schemas/twice.ts']", "output: 'generated'");
    expect(await complaints('generate')).toEqual([
      'schemas/twice.ts:2: Same: this module has two different structs of this name; rename one of them, or export them from two modules',
      '1 fault in 1 module',
    ]);
  });

  test('are told by the other commands too', async () => {
    schema('schemas/wrong.ts', '', "export const Wrong = b.struct('Wrong', { data: b.bytes() });");
    for (const args of [
      ['snapshot', 'schemas/wrong.ts'],
      ['diff', 'schemas/good.ts', 'schemas/wrong.ts'],
    ])
      expect(await complaints(...args)).toEqual([
        expect.stringMatching(/^schemas\/wrong\.ts:3: Wrong\.data: has no end; /),
        '1 fault in 1 module',
      ]);
  });

  test('are data for programs', async () => {
    configure("modules: ['schemas/wrong.ts', 'nowhere.ts']", "output: 'generated'");
    schema('schemas/wrong.ts', "export const Wrong = b.struct('Wrong', { data: b.bytes() });");
    const error: unknown = await loadConfig(project.folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).faults).toEqual([
      { file: 'bytewright.config.ts', line: 2, problem: 'there is no schema module nowhere.ts' },
      {
        file: 'schemas/wrong.ts',
        line: 2,
        path: 'Wrong.data',
        code: 'missing-end',
        problem: expect.stringMatching(/^has no end; /),
        error: expect.objectContaining({ name: 'SchemaError', path: 'Wrong.data' }),
      },
    ]);
    expect(String(error).split('\n')).toEqual([
      'ConfigError: bytewright.config.ts:2: there is no schema module nowhere.ts',
      expect.stringMatching(/^schemas\/wrong\.ts:2: Wrong\.data: has no end; /),
    ]);
  });
});

describe('what is left out', () => {
  test('is said, with what to write, and nothing else is', async () => {
    configure("modules: ['schemas/parts.ts', 'schemas/whole.ts']", "output: 'generated'");
    schema(
      'schemas/parts.ts',
      "const size = b.parameter('size', b.u8);",
      "export const Used = b.struct('Used', { data: b.bytes(size) });",
      "export const Lone = b.struct('Lone', { data: b.bytes(size) });",
      "export const Preset = b.struct('Preset', { data: b.bytes(size) }).with(size.of(2));",
      "export const Other = b.struct('Preset', { data: b.bytes(size) }).with(size.of(3));",
      "export const Told = b.struct('Told', { data: b.bytes(size) }).with(size.of(1)).doc('with a description');",
      'export const Items = b.list(b.u8, b.prefix(b.u8));',
      'export const File = b.list(Told, b.toEnd);',
      'export { size, Used as Again };',
    );
    schema(
      'schemas/whole.ts',
      "import { Items, Used, size } from './parts.js';",
      "export const Whole = b.struct('Whole', { used: Used.with(size.of(1)), items: Items });",
    );
    const { code, stderr, stdout } = await project.bytewright('generate');
    expect([code, stderr.trimEnd().split('\n')]).toEqual([
      0,
      [
        "note: schemas/parts.ts: Lone is not generated: its parameter 'size' has no value; export Lone.with(size.of(…)) in its place, or give the parameter a default",
        'note: schemas/parts.ts: Preset is not generated: the struct Preset is exported already, as Other, and each name stands for one; export only one of them, or make it a struct of another name',
        'note: schemas/parts.ts: File is not generated: it is a list, and only structs stand by themselves; make it a field of one',
      ],
    ]);
    expect(stdout).toContain('wrote generated/parts.ts\n');
    const checked = await project.bytewright('generate', '--check');
    expect([checked.code, checked.stdout, checked.stderr]).toEqual([0, '4 files up to date\n', stderr]);
    const saved = await project.bytewright('snapshot', 'schemas/parts.ts');
    expect(saved.stderr.match(/^note: .* is not in the snapshot: /gm)).toHaveLength(3); // Items is used by another module only
  });

  test('a module that nothing is generated from', async () => {
    configure("modules: [{ source: 'schemas/good.ts', roots: [] }]", "output: 'generated'");
    const { code, stderr } = await project.bytewright('generate');
    expect([code, stderr]).toEqual([
      0,
      'note: schemas/good.ts: The module is not generated: none of its structs is a root or a part of one; name one in roots, or leave the module out\n',
    ]);
  });
});

test('a configuration in another folder: its paths are relative to it, and what is said to the current one', async () => {
  project.write('inner/own.config.ts', ["export default { modules: ['pair.ts'], output: 'out' };"]);
  schema('inner/pair.ts', "export const Pair = b.struct('Pair', { a: b.u8 });");
  const call = ['generate', '--config', 'inner/own.config.ts'];
  expect((await project.bytewright(...call)).stdout).toContain('wrote inner/out/pair.ts\n');
  schema('inner/pair.ts', "export const Pair = b.struct('Pair', { a: b.u16be });");
  expect((await project.bytewright(...call, '--check')).stdout).toBe(
    [
      'stale: inner/out/pair.ts (the schema has changed: Pair)',
      'stale: inner/out/pair.ir.json (the schema has changed: Pair)',
      '2 of 2 files are stale; run: bytewright generate --config inner/own.config.ts\n',
    ].join('\n'),
  );
  schema('inner/pair.ts', "export const Pair = b.struct('Pair', { a: b.bytes() });");
  expect((await project.bytewright(...call)).stderr).toMatch(/^inner\/pair\.ts:2: Pair\.a: has no end/);
});

test('two configurations that share a folder keep to their own files, and one that is taken over is named', async () => {
  for (const name of ['one', 'two'])
    project.write(`${name}.config.ts`, [
      `export default { modules: ['schemas/${name}.ts'], output: 'generated' };`,
    ]);
  for (const name of ['One', 'Two'])
    schema(`schemas/${name.toLowerCase()}.ts`, `export const ${name} = b.struct('${name}', { a: b.u8 });`);
  await project.bytewright('generate', '--config', 'one.config.ts');
  const second = await project.bytewright('generate', '--config', 'two.config.ts');
  expect(second.stdout).not.toContain('removed generated');
  expect(existsSync(join(project.folder, 'generated/one.ts'))).toBe(true);
  project.write('two.config.ts', ["export default { modules: ['schemas/one.ts'], output: 'generated' };"]);
  const taking = await project.bytewright('generate', '--config', 'two.config.ts');
  expect(taking.stdout).toContain('removed generated/two.ir.json\nremoved generated/two.ts\n');
  expect(taking.stderr.split('\n')[0]).toBe(
    'note: generated/one.ts was generated for one.config.ts before; if both generate it, give one of them another output',
  );
  expect((await project.bytewright('generate', '--check', '--config', 'one.config.ts')).stdout).toContain(
    'stale: generated/one.ts (generated for another configuration: two.config.ts)\n',
  );
});

test('exit codes are in the overview', async () => {
  const { stdout } = await project.bytewright('--help');
  expect(stdout.match(/^ {2}\d(?= )/gm)?.map(Number)).toEqual([0, 1, 2, 3]);
});
