// Tries the packages as new users do: packs them, installs them in empty folders outside of the repository with npm and with
// pnpm, and does with them what the README and other documents say, on the least Node and on the newest. `npm run
// test:packages`. `documents`, `users` (npm and pnpm) or `others` (yarn and
// bun): only a part. `--packed FOLDER`: they have been packed there; `--keep`: the folders
// are left, to look at; `--with-qemu`: the page on a new QEMU is followed with one, which is downloaded. Needs a network.
import { join } from 'node:path';
import { packedPackages } from './lib/packed.mjs';
import { manifestOf, publishedFolders } from './lib/published.mjs';
import { tryBundles } from './test-packages/bundles.mjs';
import { tryDocuments } from './test-packages/documents.mjs';
import { Lab } from './test-packages/lab.mjs';
import { installOtherManagers, MANAGERS } from './test-packages/managers.mjs';
import { installNodes } from './test-packages/nodes.mjs';
import { readmeExample } from './test-packages/readme-example.mjs';
import { serveTarballs } from './test-packages/registry.mjs';
import { Report, StepError } from './test-packages/report.mjs';
import { tryTypes } from './test-packages/type-checks.mjs';
import { tryAuthor, tryBriefly, tryDecoder, tryReader } from './test-packages/users.mjs';

const started = Date.now();
const report = new Report();
const { tarballs, rest } = await packedPackages(process.argv.slice(2));
const registry = await serveTarballs([...tarballs.values()]);
const lab = new Lab(registry.url);
try {
  await tryAll();
} finally {
  registry.close();
  if (rest.includes('--keep')) console.log(lab.root);
  else lab.close();
}
console.log(
  `${report.passed} ok, ${report.failed} failed, ${report.left} not run, ${((Date.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = report.failed === 0 && report.passed > 0 ? 0 : 1;

async function tryAll() {
  const example = await report.step('the example of the README', readmeExample);
  const nodes = await report.step('install the least Node and the newest', () =>
    installNodes(lab.project('nodes')),
  );
  if (example === undefined || nodes === undefined) return;
  const managers = lab.project('managers');
  const others = await report.step('install yarn and bun', () => installOtherManagers(managers));
  const users = usersOf(example, nodes, others ?? []);
  /** @type {{ author: string, reader: string } | undefined} */
  let npm;
  const documents = wants('documents') ? nodes : [];
  await twoAtATime([
    ...users.lanes.map((lane) => async () => {
      const author = await tryAuthor(lane);
      if (author !== undefined) await tryDecoder(lane, author);
      const reader = await tryReader(lane);
      if (lane.manager.name === 'npm' && author !== undefined && reader !== undefined)
        npm = { author, reader };
    }),
    ...documents.map((node) => () => tryDocuments(lab, report, node, join(managers, 'bin'))),
    ...users.others.map((lane) => () => tryBriefly(lane)),
  ]);
  if (!wants('users')) return;
  const projects = await report.step('projects for bundles and type checks', () => {
    if (npm === undefined) throw new StepError('no user of npm got so far');
    return npm;
  });
  if (projects === undefined) return;
  const { author, reader } = projects;
  await twoAtATime([
    () => tryTypes(lab, report, author, reader),
    () => tryBundles(report, author, reader, example),
  ]);
}

/**
 * Who tries what: npm and pnpm on each Node, other managers of packages on the newest.
 *
 * @param {import('./test-packages/readme-example.mjs').ReadmeExample} example what they try
 * @param {readonly import('./test-packages/nodes.mjs').NodeProgram[]} nodes what they run, the newest last
 * @param {readonly import('./test-packages/managers.mjs').Manager[]} others those beside npm and pnpm
 */
function usersOf(example, nodes, others) {
  const version = manifestOf(publishedFolders()[0] ?? '').version;
  /** @param {import('./test-packages/managers.mjs').Manager} manager @param {import('./test-packages/nodes.mjs').NodeProgram} node */
  const lane = (manager, node) => ({ lab, report, manager, node, example, version });
  return {
    lanes: (wants('users') ? nodes : []).flatMap((node) => MANAGERS.map((manager) => lane(manager, node))),
    others: (wants('others') ? others : []).flatMap((manager) =>
      nodes.slice(-1).map((node) => lane(manager, node)),
    ),
  };
}

/** @param {string} part what may be tried by itself */
function wants(part) {
  const parts = rest.filter((arg) => !arg.startsWith('--'));
  return parts.length === 0 || parts.includes(part);
}

/**
 * What users do is in good part waiting, for a package manager and for processes to start.
 *
 * @param {readonly (() => Promise<unknown>)[]} jobs begun in this order
 */
async function twoAtATime(jobs) {
  const queue = [...jobs];
  const work = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await job();
  };
  await Promise.all([work(), work()]);
}
