import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Project } from '../../../codegen/test/command/bytewright.js';
import { capture } from '../captures.js';
import { devstate } from '../command/fake-host.js';
import { temporaryFolder } from '../command/temporary-folder.js';
import { fixture } from '../containers/fixture.js';
import type { ShownCommand } from './shown-commands.js';
import { commandsIn } from './shown-commands.js';

// Every command in a document is run here, or its scripts and files are looked up, or it is listed below with the reason why it
// is not run. Any other command fails.

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'benchmarks/README.md',
  'packages/xen-devstate/test/fixtures/README.md',
  ...readdirSync(join(ROOT, 'docs'), { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`),
  ...['packages', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .map((name) => `${folder}/${name}/README.md`)
      .filter((path) => existsSync(join(ROOT, path))),
  ),
].sort();

/** Documents whose commands are run by `npm run test:packages` in empty folders. */
const WALKED = [
  'docs/installing.md',
  'docs/adding-a-qemu-version.md',
  'examples/01-your-own-format/README.md',
  'examples/03-custom-device/README.md',
];

/** Pages whose console blocks are run by separate tests, which also compare the output. */
const HELD = ['docs/devstate-commands.md', 'docs/compare.md', 'docs/doctor.md'];

/** How existing files were made: with uncommon programs, and with a different result each time. */
const MAKING_FILES = /^examples\/(?:elf|gzip|pcap|png|zip)\/README\.md$/;

/** Commands that are not run, and why. */
const NOT_RUN: readonly (readonly [RegExp, string])[] = [
  [/^npm (?:pack|publish)$/, 'must not be called, or is part of a release'],
  [/^npm install (?:FOLDER\/\*\.tgz|@bytewright\/runtime)$/, 'npm run test:packages installs the packages'],
  [/^yarn add vitest vite$/, 'requires the registry'],
  [/^bun --bun bytewright generate$/, 'npm run test:packages does it'],
  [
    /^devstate import (?:QEMU-BINARY|qemu-system-x86_64|xen-qemu-system-i386)/,
    'requires a QEMU binary; test/import reads tables of one',
  ],
  [/^devstate import --from DUMP\.json$/, 'test/import reads such a dump'],
  [/^(?:devstate|bytewright) \w+$/, 'is a name, not a command line'],
];

const commands = DOCUMENTS.flatMap((path) => commandsIn(path, readFileSync(join(ROOT, path), 'utf8')));
const folder = temporaryFolder();
const project = new Project();
afterAll(() => project.remove());

beforeAll(async () => {
  const dev = capture('xen-4.17/cirrus-usbtablet-e1000.dev.gz').bytes;
  const files: Readonly<Record<string, Uint8Array>> = {
    'guest.dev': dev,
    'other.dev': dev,
    'arm.dev': fixture('qemu-10.0/aarch64-virt.dev.gz'),
    'arm.json': fixture('qemu-10.0/aarch64-virt.vmdesc.json.gz'),
    'a.mig': fixture('qemu-7.2/pc-default-b3.mig.gz'),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const at = (name: string): string => join(folder, name);
  await devstate(['decode', at('guest.dev'), '-o', at('guest.json')]);
  await devstate(['decode', at('arm.dev'), '--layout', at('arm.json'), '-o', at('arm-fields.json')]);
  await beginProject();
});

/** A repository with the README's schema, and a module for the page on revisions. */
async function beginProject(): Promise<void> {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [schema = '', config = ''] = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => text,
  );
  project.write('sensor-log.ts', schema.split('\n'));
  project.write('bytewright.config.ts', config.split('\n'));
  project.write('src/message.ts', schema.split('\n'));
  const made = await project.bytewright('snapshot', 'src/message.ts', '-o', 'old.ir.json');
  expect(made).toMatchObject({ code: 0 });
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      cwd: project.folder,
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'a revision');
  git('tag', 'v1.0');
}

const scriptsOf = (path: string): readonly string[] => {
  const manifest = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as { scripts?: object };
  return Object.keys(manifest.scripts ?? {});
};

/** The words of a command line, without quotes. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

/** Files and values for the placeholders in documents. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  FILE: 'guest.dev',
  'FILE…': 'guest.dev',
  A: 'guest.dev',
  B: 'other.dev',
  OTHER: 'other.dev',
  TARGET: 'other.dev',
  THERE: 'other.dev',
  ARM: 'arm.dev',
  STREAM: 'arm.json',
  'FILE.json': 'guest.json',
  'OUT.json': 'out.json',
  OUT: 'out.dev',
  EDITED: 'other.dev',
  FOLDER: 'catalog',
  PATH: 'mc146818rtc.cmosIndex',
  'PATH…': 'mc146818rtc.cmosIndex',
  'PATH=VALUE…': 'mc146818rtc.cmosIndex=0x10',
  'DEVICE…': 'hpet',
  NAME: 'hpet',
  'b.mig': 'a.mig',
};

const FILES = /^(?:guest|other|arm|arm-fields|out|a|catalog)(?:\.\w+)?$/;

async function runDevstate(text: string): Promise<void> {
  // optional arguments are in brackets, like indices
  const [, command = '', ...rest] = wordsOf(text.replace(/\[(?=[A-Z-])|(?<!\d)\](?=\s|$)/g, ''));
  const args = rest
    .filter((word) => word !== '…')
    .map((word) => PLACEHOLDERS[word] ?? word)
    .map((word) => (command === 'compare' ? (CATALOG_OF[word] ?? word) : word))
    .map((word) => {
      if (FILES.test(word)) return join(folder, word);
      return existsSync(join(ROOT, word)) ? join(ROOT, word) : word;
    });
  const { code, stderr } = await devstate([command, ...args]);
  expect([0, 1], stderr.text).toContain(code);
}

const CATALOG_OF: Readonly<Record<string, string>> = { 'guest.dev': 'qemu-7.2', 'other.dev': 'qemu-10.0' };

async function runBytewright(text: string): Promise<void> {
  const [, ...words] = wordsOf(text);
  const args = words.map(
    (word) => ({ 'MODULE.ts': 'sensor-log.ts', 'FILE.ir.json': 'new.ir.json' })[word] ?? word,
  );
  const { code, stderr } = await project.bytewright(...args);
  expect([0, 1], stderr).toContain(code);
  expect(stderr).toBe('');
}

/** Checks that the scripts, tests and files in a command of npm or node exist. */
function lookUp({ document, text }: ShownCommand): void {
  const [program, ...words] = wordsOf(text);
  if (program === 'bash' || program === 'node') {
    const file = words.find((word) => /^(?!--)\S*[/.]\S*$/.test(word) && !word.startsWith('-'));
    // a build may not exist, but its source does
    const source = (file ?? '').replace(/\/dist\/(.*)\.js$/, '/src/$1.ts');
    expect(existsSync(join(ROOT, source)), file).toBe(true);
    return;
  }
  const [script = '', ...rest] = words[0] === 'run' ? words.slice(1) : words;
  const own = document.startsWith('examples/')
    ? scriptsOf(document.replace('README.md', 'package.json'))
    : [];
  expect([...scriptsOf('package.json'), ...own]).toContain(script);
  if (script !== 'test') return;
  for (const [i, word] of rest.entries()) {
    if (rest[i - 1] === '--project')
      expect(['examples', '…', ...readdirSync(join(ROOT, 'packages'))]).toContain(word);
    else if (!word.startsWith('--')) expect(existsSync(join(ROOT, word)), word).toBe(true);
  }
}

/** How a command is tested. */
function kindOf({ document, text }: ShownCommand): string {
  if (WALKED.includes(document)) return 'walked';
  if (MAKING_FILES.test(document) && !/^npm /.test(text)) return 'making a file';
  if (NOT_RUN.some(([pattern]) => pattern.test(text))) return 'not run';
  const [program = ''] = text.split(' ');
  if (program === 'devstate')
    return HELD.includes(document) && !/^devstate \w+ (?:FILE|A |arm-)/.test(text) ? 'held' : program;
  if (program === 'bytewright') return program;
  if (program === 'npm' || program === 'bash' || program === 'node') return 'looked up';
  return 'unknown';
}

const each = (kind: string): (readonly [string, ShownCommand])[] =>
  commands
    .filter((command) => kindOf(command) === kind)
    .map((command) => [`${command.document}:${command.line}: ${command.text}`, command]);

test('every command in a document is of a known kind', () => {
  expect(each('unknown').map(([title]) => title)).toEqual([]);
  expect(commands.length).toBeGreaterThan(150);
});

describe('runs', () => {
  test.each([...each('devstate')])('%s', (_, { text }) => runDevstate(text));
  test.each([...each('bytewright')])('%s', (_, { text }) => runBytewright(text));
});

describe('finds the files and scripts of', () => {
  test.each([...each('looked up')])('%s', (_, command) => lookUp(command));
});
