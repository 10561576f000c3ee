// Tries the packages as new users do: packs them, installs them in empty folders outside of the repository with npm and with
// pnpm, and does with them what the README and other documents say, on the least Node and on the newest. `npm run
// test:packages`. `documents` or `users`: only a part. `--packed FOLDER`: they have been packed there; `--keep`: the folders
// are left, to look at. Needs a network.
import { packedPackages } from './lib/packed.mjs';
import { manifestOf, publishedFolders } from './lib/published.mjs';
import { tryBundles } from './test-packages/bundles.mjs';
import { tryDocuments } from './test-packages/documents.mjs';
import { Lab, MANAGERS } from './test-packages/lab.mjs';
import { installNodes } from './test-packages/nodes.mjs';
import { readmeExample } from './test-packages/readme-example.mjs';
import { serveTarballs } from './test-packages/registry.mjs';
import { Report } from './test-packages/report.mjs';
import { tryTypes } from './test-packages/type-checks.mjs';
import { tryAuthor, tryDecoder, tryReader } from './test-packages/users.mjs';

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
  if (wants('documents')) await Promise.all(nodes.map((node) => tryDocuments(lab, report, node)));
  if (wants('users')) await tryUsers(example, nodes);
}

/** @param {string} part what may be tried by itself */
function wants(part) {
  const parts = rest.filter((arg) => !arg.startsWith('--'));
  return parts.length === 0 || parts.includes(part);
}

/**
 * @param {import('./test-packages/readme-example.mjs').ReadmeExample} example what they try
 * @param {readonly import('./test-packages/nodes.mjs').NodeProgram[]} nodes what they run
 */
async function tryUsers(example, nodes) {
  const version = manifestOf(publishedFolders()[0] ?? '').version;
  const lanes = nodes.flatMap((node) =>
    MANAGERS.map((manager) => ({ lab, report, manager, node, example, version })),
  );
  // two at a time: what they do is mostly waiting for a package manager
  /** @type {{ author: string, reader: string } | undefined} */
  let npm;
  const queue = [...lanes];
  const work = async () => {
    for (let lane = queue.shift(); lane !== undefined; lane = queue.shift()) {
      const author = await tryAuthor(lane);
      if (author !== undefined) await tryDecoder(lane, author);
      const reader = await tryReader(lane);
      if (lane.manager.name === 'npm' && author !== undefined && reader !== undefined)
        npm = { author, reader };
    }
  };
  await Promise.all([work(), work()]);
  const both = npm;
  await report.step('projects for bundles and type checks', () => {
    if (both === undefined) throw new Error('no project of npm got so far');
  });
  if (both === undefined) return;
  await tryBundles(report, both.author, both.reader, example);
  await tryTypes(lab, report, both.author, both.reader);
}
