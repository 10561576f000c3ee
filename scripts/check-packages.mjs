// Packs each package as it would be published and looks at the result: publint, and nothing in its manifest that works
// only inside this repository. Arguments name packages (`runtime`); without any, all are looked at. Needs a build.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run, runNode } from './lib/run.mjs';
import { TOOLS, workspaceFolders } from './lib/workspace.mjs';
import { runPnpm } from './pnpm.mjs';

const chosen = process.argv.slice(2);
const folders = workspaceFolders(['packages']).filter(
  (folder) => chosen.length === 0 || chosen.includes(basename(folder)),
);
if (folders.length < Math.max(chosen.length, 1)) {
  console.error(`There is no such package: ${chosen.join(', ')}`);
  process.exitCode = 2;
}
for (const folder of folders) {
  if (!(await isFitToPublish(folder))) {
    process.exitCode = 1;
  }
}

/** @param {string} folder the package's folder */
async function isFitToPublish(folder) {
  const target = mkdtempSync(join(tmpdir(), 'bytewright-pack-'));
  try {
    const packed = await runPnpm(['pack', '--pack-destination', target], { cwd: folder });
    const tarball = readdirSync(target).find((name) => name.endsWith('.tgz'));
    if (packed.code !== 0 || tarball === undefined) {
      console.log(`${packed.output.trimEnd()}\npnpm pack failed (exit code ${packed.code}).`);
      return false;
    }
    const lint = await runNode(TOOLS.publint, ['run', join(target, tarball), '--strict'], { cwd: target });
    console.log(lint.output.trimEnd().replaceAll(`${target}/`, ''));
    const inward = await inwardReferences(target, tarball);
    for (const line of inward) {
      console.log(`package.json, as packed, still has ${line}`);
    }
    return lint.code === 0 && inward.length === 0;
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/**
 * What in the packed manifest means something only in this repository.
 *
 * @param {string} target the tarball's folder
 * @param {string} tarball its name
 * @returns {Promise<string[]>} the lines in question
 */
async function inwardReferences(target, tarball) {
  const manifest = await run('tar', ['-xzOf', tarball, 'package/package.json'], { cwd: target });
  if (manifest.code !== 0) {
    return [`no readable package.json: ${manifest.output}`];
  }
  return manifest.output
    .split('\n')
    .filter((line) => /@bytewright\/source|workspace:|catalog:/.test(line))
    .map((line) => line.trim());
}
