// Keeps out of sources, tests and documents what has a better word: `node scripts/check-words.mjs`. Names that were retired are looked for
// among identifiers and file names, turns of phrase in all text. Quotations and generated files are not looked at.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { repositoryFiles } from './lib/git.mjs';
import { RETIRED_FILES, RETIRED_NAMES, RETIRED_PARTS, RETIRED_PHRASES } from './lib/retired-words.mjs';
import { ROOT } from './lib/workspace.mjs';

/** What is read: what we write by hand. */
const READ = /^(?:packages|docs|examples|test|scripts)\/.*\.(?:ts|mjs|md)$|^(?:README|CONTRIBUTING)\.md$/;

/**
 * What is not: generated code and what is printed from it, catalogs with QEMU's own names, names of earlier formats, pages printed
 * from elsewhere, and the lists of what was retired.
 */
const NOT_READ =
  /\/generated\/|\/catalogs\/|\/fixtures\/|earlier-formats|\/api\/|^docs\/(?:errors|construct-table|changed-texts)\.md$|retired-words/;

let found = 0;
const files = (await repositoryFiles()).filter((file) => READ.test(file) && !NOT_READ.test(file));
for (const file of files) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (RETIRED_FILES.includes(basename(file))) tell(file, 1, `is called ${basename(file)}`);
  for (const [phrase, instead] of RETIRED_PHRASES)
    for (const match of text.matchAll(phrase))
      tell(file, lineAt(text, match.index), `“${match[0]}”: ${instead}`);
  if (/\.(?:ts|mjs)$/.test(file) && !file.startsWith('scripts/')) namesIn(file, text);
}
console.log(`${files.length} files read, ${found} words found that have a better one`);
process.exitCode = found === 0 ? 0 : 1;

/** @param {string} file @param {string} text */
function namesIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      const instead =
        RETIRED_NAMES.get(node.text) ??
        wordsOf(node.text)
          .map((word) => RETIRED_PARTS.get(word))
          .find(Boolean);
      if (instead !== undefined) tell(file, lineAt(text, node.getStart(source)), `${node.text}: ${instead}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** @param {string} name @returns {readonly string[]} its words in small letters: `read`, `claims` of `readClaims` */
function wordsOf(name) {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

/** @param {string} text @param {number} offset */
function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

/** @param {string} file @param {number} line @param {string} what */
function tell(file, line, what) {
  found += 1;
  console.log(`${file}:${line}: ${what}`);
}
