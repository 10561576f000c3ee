import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../lib/workspace.mjs';
import { execute } from './lab.mjs';
import { StepError } from './report.mjs';

/** Whether documents are followed to the letter where that takes a Debian, its mirror and minutes. */
const WITH_QEMU = process.argv.includes('--with-qemu');

const FIXTURES = join(ROOT, 'packages/xen-devstate/test/fixtures');

/**
 * What a document tells to type or to write down.
 *
 * @typedef {object} Block
 * @property {string} language `sh`, `typescript` …
 * @property {string} text without the lines around it
 * @property {number} line where it begins
 */

/**
 * How a document is followed.
 *
 * @typedef {object} Walk
 * @property {string} document its path
 * @property {readonly ('least' | 'newest')[]} on the Node that it is followed on; users are tried on both
 * @property {readonly Stop[]} stops its blocks of commands, each by how it begins; one that is not named here is an error
 */

/**
 * @typedef {object} Stop
 * @property {string} block how the block begins
 * @property {string} [notRun] why it is not run
 * @property {RegExp} [only] the lines that are run, if not all are
 * @property {(folder: string) => void} [before] what stands for blocks that are not run
 * @property {Record<string, string>} [write] blocks that are written to files first, by how they begin
 */

/** @type {readonly Walk[]} */
const WALKS = [
  {
    document: 'docs/installing.md',
    on: ['newest'],
    stops: [
      'npm --prefix bytewright run pack',
      ...['npm', 'pnpm', 'yarn', 'bun'].map((name) => `mkdir with-${name}`),
    ].map((block) => ({ block })),
  },
  {
    document: 'examples/01-your-own-format/README.md',
    on: ['least'],
    stops: [{ block: 'npm --prefix bytewright run pack' }],
  },
  {
    document: 'examples/03-custom-device/README.md',
    on: ['newest'],
    stops: [{ block: 'npm --prefix bytewright run pack' }],
  },
  {
    document: 'docs/adding-a-qemu-version.md',
    on: ['least', 'newest'],
    stops: [
      { block: 'npm --prefix bytewright run pack' },
      { block: 'repository=$PWD', notRun: 'for those who work in the repository' },
      ...(WITH_QEMU
        ? ['mkdir -p qemu-11.1-files', "cat > qemu <<'END'", 'modules=$(find', 'mkdir -p captures'].map(
            (block) => ({ block }),
          )
        : [
            { block: 'mkdir -p qemu-11.1-files', notRun: 'downloads a QEMU: --with-qemu' },
            { block: "cat > qemu <<'END'", notRun: 'is for the QEMU of the step before' },
            { block: 'modules=$(find', before: placeProgram },
            { block: 'mkdir -p captures', only: /^devstate verify/, before: placeCaptures },
          ]),
      { block: 'catalogs=packages/', notRun: 'for those who work in the repository' },
      { block: 'node --conditions=@bytewright/source', notRun: 'for those who work in the repository' },
      { block: 'bytewright generate', write: { '// bytewright.config.ts': 'bytewright.config.ts' } },
      { block: 'cd packages/xen-devstate', notRun: 'for those who work in the repository' },
    ],
  },
];

/**
 * Does what documents say, in an empty folder beside a clone: their commands as they stand. What cannot be run here is told as
 * not run.
 *
 * @param {import('./lab.mjs').Lab} lab where folders are
 * @param {import('./report.mjs').Report} report where steps are told
 * @param {import('./nodes.mjs').NodeProgram} node what runs
 * @param {string} managers a folder that has programs beside npm
 */
export async function tryDocuments(lab, report, node, managers) {
  for (const { document, stops } of WALKS.filter(({ on }) => on.includes(node.role))) {
    const folder = lab.project(`${node.name} ${document}`);
    symlinkSync(ROOT, join(folder, 'bytewright'), 'junction');
    const blocks = blocksOf(document);
    // A block begins where the one before it ended: in another folder, with variables and functions.
    const state = join(folder, 'state.sh');
    writeFileSync(state, `export PATH="$PATH:${managers}"\n`);
    for (const block of blocks.filter(({ language }) => language === 'sh')) {
      const stop = stops.find((one) => block.text.startsWith(one.block));
      const name = `${node.name}: ${document}:${block.line}: ${block.text.split('\n')[0]}`;
      if (stop?.notRun !== undefined) {
        report.notRun(name, stop.notRun);
        continue;
      }
      const done = await report.step(name, () =>
        follow({ block, stop, blocks, folder, state, node: node.path }),
      );
      if (done === undefined) break;
    }
  }
}

/**
 * @param {{ block: Block, stop: Stop | undefined, blocks: readonly Block[], folder: string, state: string, node: string }} what
 * @returns {Promise<string>} what the commands printed
 */
async function follow({ block, stop, blocks, folder, state, node }) {
  if (stop === undefined)
    throw new StepError('nothing is known of this block: scripts/test-packages/documents.mjs');
  const here = readFileSync(state, 'utf8').match(/^cd '(.*)'$/m)?.[1] ?? folder;
  stop.before?.(here);
  for (const [start, file] of Object.entries(stop.write ?? {})) {
    const found = blocks.find(({ text }) => text.startsWith(start));
    if (found === undefined) throw new StepError(`the document has no block that begins with ${start}`);
    writeFileSync(join(here, file), found.text);
  }
  const { only } = stop;
  const lines = block.text.split('\n').filter((line) => only === undefined || only.test(line));
  if (lines.every((line) => line.trim() === '')) throw new StepError('no line of this block is run');
  const script = ['set -e', `. '${state}'`, ...lines, `{ echo "cd '$PWD'"; export -p; } > '${state}'`];
  return execute(folder, node, ['bash', '-c', script.join('\n')]);
}

/**
 * @param {string} document a path
 * @returns {Block[]} what it shows as code
 */
function blocksOf(document) {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/**
 * A small program with tables as QEMU 11.1 has them stands for the one that would be downloaded.
 *
 * @param {string} folder where the document is followed
 */
function placeProgram(folder) {
  const target = join(folder, 'qemu-11.1-files/system/usr/bin/qemu-system-x86_64');
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(FIXTURES, 'programs/tables-11.1-packed.elf'), target);
}

/**
 * Captures of another QEMU stand for those that would be made.
 *
 * @param {string} folder where the document is followed
 */
function placeCaptures(folder) {
  mkdirSync(join(folder, 'captures'), { recursive: true });
  for (const name of ['none', 'pc-default-b3'])
    writeFileSync(
      join(folder, 'captures', `${name}.dev`),
      gunzipSync(readFileSync(join(FIXTURES, `qemu-7.2/${name}.dev.gz`))),
    );
}
