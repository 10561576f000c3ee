// Takes the walks of CONTRIBUTING.md that add to the repository or change a text, in a copy of it, and runs the checks that
// they lead to: a new command, a new QEMU, a wrong error text. What a new construct and a new container touch the compiler tells,
// see packages/codegen/test/walks.
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCheckout } from './lib/copy-checkout.mjs';
import { run } from './lib/run.mjs';
import { shown, TOOLS } from './lib/workspace.mjs';

const FROM_SOURCES = ['--conditions=@bytewright/source', '--import', 'tsx'];
const VITEST = [TOOLS.vitest, 'run', '--typecheck.enabled=false'];

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'bytewright-walks-')));
try {
  await copyCheckout(copy, { dependencies: true });
  await walkToACommand();
  await walkToAnError();
  await walkToAQemu();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

async function walkToACommand() {
  const commands = 'packages/codegen/src/cli/commands';
  write(
    `${commands}/greet.ts`,
    `import { EXIT } from '@bytewright/cli';
import type { Command } from '../host.js';

/** \`bytewright greet\`. */
export const greetCommand: Command = {
  operands: [{ name: 'NAME' }],
  about: 'Greets.',
  options: [],
  exitCodes: { 0: 'greeted' },
  async run(args, { out }) {
    await out.line(\`Hello, \${args.operand(0)}.\`);
    return EXIT.yes;
  },
};
`,
  );
  replace(
    `${commands}.ts`,
    '= [\n',
    `= [
  {
    name: 'greet',
    synopsis: 'NAME',
    summary: 'greet',
    load: async () => (await import('./commands/greet.js')).greetCommand,
  },
`,
  );
  write(
    'packages/codegen/test/command/greet.test.ts',
    `import { afterAll, expect, test } from 'vitest';
import { Project } from './bytewright.js';

const project = new Project();
afterAll(() => project.remove());

test('bytewright greet greets', async () => {
  expect(await project.bytewright('greet', 'World')).toEqual({ code: 0, stdout: 'Hello, World.\\n', stderr: '' });
  expect((await project.bytewright('--help')).stdout).toContain('greet NAME');
});
`,
  );
  await expectExit('command', 0, [
    ...VITEST,
    'packages/codegen/test/command/greet.test.ts',
    'packages/cli/test',
  ]);
}

async function walkToAnError() {
  const tests = ['packages/codegen/test/differential/error-messages.test.ts', 'packages/runtime/test/errors'];
  const command = [...VITEST, ...tests];
  replace('packages/runtime/src/errors/describe.ts', "'a function'", "'some function'");
  await expectExit('error, no expectation changed', 1, command);
  replace('packages/runtime/src/errors/describe.ts', "'some function'", "'a function'");
  await expectExit('error, taken back', 0, command);
}

async function walkToAQemu() {
  const catalogs = 'packages/xen-devstate/src/catalogs';
  cpSync(join(copy, catalogs, 'qemu-10.0'), join(copy, catalogs, 'qemu-99.0'), { recursive: true });
  // a device that is otherwise than in any other QEMU
  replace(`${catalogs}/qemu-99.0/devices/hpet.ts`, 'isr: uint64', 'isr: uint32');
  replace(
    `${catalogs}/qemu-99.0/devices/hpet.ts`,
    'import { timer, uint8, uint64, vmstate }',
    'import { timer, uint8, uint32, uint64, vmstate }',
  );
  replace(
    'packages/xen-devstate/catalogs.json',
    '[\n',
    '[\n  { "name": "qemu-99.0", "order": "CLOCK_BEFORE_INTERRUPTS" },\n',
  );
  const list = 'packages/xen-devstate/scripts/list-catalogs.mjs';
  await expectExit('QEMU, not listed', 1, [list, '--check']);
  await expectExit('QEMU, listed', 0, [list]);
  const generate = [...FROM_SOURCES, '../codegen/src/cli/main.ts', 'generate', '--no-cache'];
  await expectExit('QEMU, generated', 0, generate, 'packages/xen-devstate');
  await expectExit('QEMU, listed as generated', 0, [list, '--check']);
  const capture = 'packages/xen-devstate/test/fixtures/qemu-10.0/xen-pc-b3.dev.gz';
  const read = [
    ...FROM_SOURCES,
    'packages/xen-devstate/src/cli/main.ts',
    'show',
    capture,
    '--catalog',
    'qemu-99.0',
  ];
  const output = await expectExit('QEMU, read by it', 0, read);
  if (!/^hpet:.*, verbatim$/m.test(output))
    throw new Error(`QEMU: the changed device was read as before:\n${output}`);
}

/**
 * @param {string} what for people
 * @param {number} code
 * @param {readonly string[]} command Node's arguments: a script, with options before and arguments behind it
 * @param {string} [folder] in the copy
 * @returns {Promise<string>} what it printed
 */
async function expectExit(what, code, command, folder = '.') {
  const outcome = await run(process.execPath, command, { cwd: join(copy, folder) });
  if (outcome.code !== code)
    throw new Error(`${what}: exit code ${outcome.code}, not ${code}:\n${outcome.output}`);
  console.log(`ok  ${what}`);
  return outcome.output;
}

/** @param {string} path in the copy @param {string} text */
function write(path, text) {
  writeFileSync(join(copy, path), text);
}

/** @param {string} path in the copy @param {string} text that it has once @param {string} becomes */
function replace(path, text, becomes) {
  const parts = readFileSync(join(copy, path), 'utf8').split(text);
  if (parts.length !== 2)
    throw new Error(`${shown(join(copy, path))} has ${JSON.stringify(text)} ${parts.length - 1} times`);
  write(path, parts.join(becomes));
}
