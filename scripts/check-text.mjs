// Looks for what must not be committed: addresses of package registries, and paths of somebody's machine.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { repositoryFiles } from './lib/git.mjs';
import { ROOT } from './lib/workspace.mjs';

/** @type {readonly (readonly [what: string, pattern: RegExp])[]} */
const FORBIDDEN = [
  ['the address of a registry', /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i],
  ['the address of a registry', /\bhttps?:\/\/[^\s"'`)]*(?:registry|artifactory|nexus|verdaccio|npmmirror)/i],
  ['the address of a tarball', /\btarball:\s*\S+/],
  ['a registry setting', /^\s*(?:@[\w-]+:)?registry\s*=/im],
  ['a path of a machine', /(?<![\w.@/-])\/(?:home|root|Users|work|mnt)\/[\w.-]/],
  ['a path of a machine', /\b[A-Z]:\\(?:Users|Documents)/i],
  ...[ROOT, homedir()]
    .filter((path) => path.length > 4)
    .map(
      (path) =>
        /** @type {const} */ ([
          'a path of this machine',
          new RegExp(`(?<![\\w.@/-])${escaped(path)}(?![\\w-])`),
        ]),
    ),
];

const files = await repositoryFiles();
let found = 0;
let read = 0;
for (const name of files) {
  const bytes = readFileSync(join(ROOT, name));
  if (bytes.includes(0) || name.endsWith('.gz')) {
    continue;
  }
  read += 1;
  bytes
    .toString('utf8')
    .split('\n')
    .forEach((line, index) => {
      const hit = FORBIDDEN.find(([, pattern]) => pattern.test(line));
      if (hit !== undefined) {
        found += 1;
        console.log(`${name}:${index + 1}: ${hit[0]}: ${line.trim().slice(0, 160)}`);
      }
    });
}
console.log(`${read} text files read, ${found} lines found.`);
process.exitCode = found === 0 && read > 0 ? 0 : 1;

/**
 * @param {string} text any text
 * @returns {string} a regular expression that matches just this
 */
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
