// Installs what is missing, and nothing when nothing is. Says a word only when it takes time or fails.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, rootManifest } from './lib/workspace.mjs';
import { runPnpm } from './pnpm.mjs';

const LOCKFILE = join(ROOT, 'pnpm-lock.yaml');
const STAMP = join(ROOT, 'node_modules', '.bytewright-setup');

/**
 * Makes sure that the dependencies of this checkout are installed as the lockfile says.
 *
 * @returns {Promise<boolean>} false if it could not be done; the reason has been printed
 */
export async function setUp() {
  const problem = nodeProblem();
  if (problem !== undefined) {
    console.error(problem);
    return false;
  }
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) {
    return true;
  }
  console.error('Installing dependencies (once, until the lockfile changes) …');
  // CI keeps pnpm from asking questions; here nobody could answer them.
  const { code, output } = await runPnpm(['install', '--frozen-lockfile'], {
    env: { ...process.env, CI: 'true' },
  });
  if (code !== 0) {
    console.error(`${output.trimEnd()}\n\nThe installation failed (exit code ${code}).`);
    return false;
  }
  writeFileSync(STAMP, wanted);
  return true;
}

/** The lockfile's content, not its date: a checkout that switches branches changes dates at will. */
function fingerprint() {
  return `${createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex')}\n`;
}

/** What is wrong with this Node, or undefined. */
function nodeProblem() {
  const required = rootManifest().engines.node.replace('>=', '');
  const [major = 0, minor = 0] = required.split('.').map(Number);
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) {
    return undefined;
  }
  return `Bytewright needs Node ${required} or newer; this is Node ${process.versions.node}.`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await setUp()) ? 0 : 1;
}
