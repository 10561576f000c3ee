import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/workspace.mjs';
import { beModules } from './be-modules.mjs';
import { expectEqual, expectMatch, expectOneCopy, packagesBelow } from './expect.mjs';
import { importDoors, installedDoors } from './installed-doors.mjs';
import { execute } from './lab.mjs';
import { strip } from './strip.mjs';

/** A device state of a PC, as QEMU 7.2 saved it. */
const DEVICE_STATE = join(ROOT, 'packages/xen-devstate/test/fixtures/qemu-7.2/pc-default-b3.dev.gz');

/**
 * What all users of a lane share.
 *
 * @typedef {object} Lane
 * @property {import('./lab.mjs').Lab} lab where projects are
 * @property {import('./report.mjs').Report} report where steps are told
 * @property {import('./managers.mjs').Manager} manager what installs
 * @property {import('./nodes.mjs').NodeProgram} node what runs
 * @property {import('./readme-example.mjs').ReadmeExample} example what is tried
 * @property {string} version the packages'
 */

/**
 * A project of one user.
 *
 * @param {Lane} lane
 * @param {string} name what the user does
 */
function projectOf(lane, name) {
  const { manager, node, report, lab } = lane;
  const folder = lab.project(`${manager.name} ${node.name} ${name}`);
  manager.prepare(folder, lab.registry);
  /** @param {readonly string[]} command */
  const run = (command) => execute(folder, node.path, command);
  return {
    folder,
    run,
    /** @template T @param {string} what @param {() => T | Promise<T>} body */
    step: (what, body) => report.step(`${manager.name}, ${node.name}: ${what}`, body),
    /** @param {readonly string[]} packages */
    add: (packages) => run(manager.add(packages)),
    /** @param {readonly string[]} packages @param {readonly string[]} [peers] */
    importAll: (packages, peers) =>
      importDoors(
        folder,
        node.path,
        packages.flatMap((one) => installedDoors(folder, one, peers)),
      ),
  };
}

/**
 * Who writes a schema: generates code, and tests it.
 *
 * @param {Lane} lane
 * @returns {Promise<string | undefined>} the project's folder, once there is code in it
 */
export async function tryAuthor(lane) {
  const { folder, run, step, add, importAll } = projectOf(lane, 'author');
  const packages = ['@bytewright/runtime', '@bytewright/schema-dsl', '@bytewright/codegen'];
  if (!(await step(`install ${packages.join(' ')}`, () => add(packages)))) return undefined;
  await step('bytewright --version', () =>
    expectEqual(run(['bytewright', '--version']), `${lane.version}\n`),
  );
  await step('bytewright --help', () => expectMatch(run(['bytewright', '--help']), /\bgenerate\b/));
  await step('all doors of runtime, schema-dsl, codegen', () => importAll(packages, ['fast-check']));
  for (const [name, text] of Object.entries(lane.example.files)) writeFileSync(join(folder, name), text);
  const generated = await step('bytewright generate, of the example in the README', async () => {
    await run(['bytewright', 'generate']);
    await run(['bytewright', 'generate', '--check']);
    return readFileSync(join(folder, 'generated', 'sensor-log.ts'), 'utf8');
  });
  if (generated === undefined) return undefined;
  if (await step('install vitest fast-check', () => add(['vitest', 'fast-check']))) {
    await step('one fast-check serves all', () => expectOneCopy(folder, 'fast-check'));
    await step('the door of laws', () => importAll(['@bytewright/schema-dsl'], ['fast-check', 'vitest']));
    await step('the law of the README', () =>
      expectMatch(run(['vitest', 'run']), /Tests {2}[1-9]\d* passed \(/),
    );
  }
  return folder;
}

/**
 * Who only decodes, with code that was generated elsewhere; and then interprets schemas.
 *
 * @param {Lane} lane
 * @param {string} author the folder that has generated code
 */
export async function tryDecoder(lane, author) {
  const { folder, run, step, add, importAll } = projectOf(lane, 'decoder');
  if (!(await step('install @bytewright/runtime', () => add(['@bytewright/runtime'])))) return;
  await step('runtime has no dependencies', () =>
    expectEqual(packagesBelow(join(folder, 'node_modules')).join(), '@bytewright/runtime'),
  );
  await step('all doors of runtime', () => importAll(['@bytewright/runtime']));
  await step('the example of the README: bytes, and an error', async () => {
    beModules(folder);
    strip(author, folder, ['generated/sensor-log.ts', 'use.ts', 'bytes.ts']);
    writeFileSync(
      join(folder, 'show.mjs'),
      `const { bytes } = await import('./bytes.js');
console.log(Buffer.from(bytes).toString('hex'));
await import('./use.js').catch((error) => console.log(\`\${error.name}: \${error.message}\`));
`,
    );
    const { bytes, message } = lane.example;
    await expectEqual(run(['node', 'show.mjs']), `${bytes}\nDecodeError: ${message}\n`);
  });
  if (!(await step('install @bytewright/schema-dsl', () => add(['@bytewright/schema-dsl'])))) return;
  await step('all doors of schema-dsl but those for tests', () => importAll(['@bytewright/schema-dsl']));
  if (!(await step('install fast-check', () => add(['fast-check'])))) return;
  await step('the door for tests without vitest', () =>
    importAll(['@bytewright/schema-dsl'], ['fast-check']),
  );
}

/**
 * Who has files of QEMU.
 *
 * @param {Lane} lane
 * @returns {Promise<string | undefined>} the project's folder, once the package is in it
 */
export async function tryReader(lane) {
  const { folder, run, step, add, importAll } = projectOf(lane, 'reader');
  const name = '@bytewright/xen-devstate';
  if (!(await step(`install ${name}`, () => add([name])))) return undefined;
  await step('devstate --version', () => expectEqual(run(['devstate', '--version']), `${lane.version}\n`));
  await step('devstate --help', () => expectMatch(run(['devstate', '--help']), /\bdoctor\b/));
  await step('all doors of xen-devstate', () => importAll([name]));
  cpSync(DEVICE_STATE, join(folder, 'guest.dev.gz'));
  await step('devstate verify', () =>
    expectMatch(run(['devstate', 'verify', 'guest.dev.gz']), /1 byte-exact/),
  );
  await step('devstate says what loading a catalog takes', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'devices.ts'), 'export const title: string = "mine", devices = {};\n');
    const missing = await run(['devstate', 'devices', '--catalog', 'mine']).catch((error) => error.message);
    await expectMatch(missing, /run: npm install @bytewright\/loader/);
  });
  await step('devstate decode and encode', async () => {
    await run(['devstate', 'decode', 'guest.dev.gz', '-o', 'guest.json']);
    await run(['devstate', 'encode', 'guest.json', '-o', 'again.dev']);
    await run(['devstate', 'diff', 'guest.dev.gz', 'again.dev']);
  });
  return folder;
}

/**
 * Who uses another manager of packages: the main things, in one project.
 *
 * @param {Lane} lane
 */
export async function tryBriefly(lane) {
  const { folder, run, step, add } = projectOf(lane, 'everything');
  const bin = (/** @type {readonly string[]} */ command) => run(lane.manager.run(command));
  const packages = ['runtime', 'schema-dsl', 'codegen', 'xen-devstate'].map((name) => `@bytewright/${name}`);
  if (
    !(await step(`install ${packages.join(' ')}, vitest, fast-check`, () =>
      add([...packages, 'vitest', 'fast-check', ...(lane.manager.more ?? [])]),
    ))
  )
    return;
  for (const [name, text] of Object.entries(lane.example.files)) writeFileSync(join(folder, name), text);
  await step('bytewright --version', () =>
    expectMatch(bin(['bytewright', '--version']), new RegExp(`^${lane.version}$`, 'm')),
  );
  await step('bytewright generate', async () => {
    await bin(['bytewright', 'generate']);
    return readFileSync(join(folder, 'generated', 'sensor-log.ts'), 'utf8');
  });
  await step('the law of the README', () =>
    expectMatch(bin(['vitest', 'run']), /Tests {2}[1-9]\d* passed \(/),
  );
  cpSync(DEVICE_STATE, join(folder, 'guest.dev.gz'));
  await step('devstate verify', () =>
    expectMatch(bin(['devstate', 'verify', 'guest.dev.gz']), /1 byte-exact/),
  );
}
