// Writes the section of CHANGELOG.md on what is not released yet, from the files of `.changeset`. With --check nothing is
// written, and a section that is not as they say is an error. With --release the packages get their next version
// (`changeset version`, which removes those files), and the section becomes that version's.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf, publishedFolders } from './lib/published.mjs';
import { runNode } from './lib/run.mjs';
import { ROOT, TOOLS } from './lib/workspace.mjs';

const CHANGELOG = join(ROOT, 'CHANGELOG.md');
const UNRELEASED = '## Unreleased\n';
const LEVELS = /** @type {const} */ (['major', 'minor', 'patch']);

/** @typedef {{ level: typeof LEVELS[number], packages: string[], text: string }} Change */

const before = readFileSync(CHANGELOG, 'utf8');
const changes = readChanges();
if (process.argv.includes('--release')) {
  const versioned = await runNode(TOOLS.changeset, ['version']);
  console.log(versioned.output.trimEnd());
  process.exitCode = versioned.code;
  if (versioned.code === 0) {
    const [first = ''] = publishedFolders();
    const title = `## ${manifestOf(first).version}\n`;
    writeFileSync(CHANGELOG, withSection(`${UNRELEASED}\nNothing yet.\n\n${title}\n${sectionOf(changes)}`));
  }
} else {
  const after = withSection(`${UNRELEASED}\n${sectionOf(changes)}`);
  const isStale = after !== before;
  if (!process.argv.includes('--check')) {
    writeFileSync(CHANGELOG, after);
  } else if (isStale) {
    console.log('CHANGELOG.md is stale: npm run changelog');
    process.exitCode = 1;
  }
  console.log(`${changes.length} changes since the last release`);
}

/** @returns {Change[]} what `.changeset` has, by file name */
function readChanges() {
  const folder = join(ROOT, '.changeset');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => parseChange(name, readFileSync(join(folder, name), 'utf8')));
}

/**
 * @param {string} name the file's name
 * @param {string} file its content: packages and levels between lines of `---`, then the text
 * @returns {Change}
 */
function parseChange(name, file) {
  const [, head, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
  const entries = [...(head ?? '').matchAll(/^["']?@bytewright\/([\w-]+)["']?: (major|minor|patch)$/gm)];
  const level = LEVELS.find((one) => entries.some((entry) => entry[2] === one));
  const known = publishedFolders().map((folder) => manifestOf(folder).name);
  const packages = entries.map((entry) => entry[1] ?? '');
  const unknown = packages.filter((one) => !known.includes(`@bytewright/${one}`));
  if (level === undefined || unknown.length > 0 || entries.length !== head?.trim().split('\n').length) {
    throw new Error(
      `.changeset/${name}: expected lines like "@bytewright/runtime": minor between lines of ---`,
    );
  }
  if (text === undefined || text.trim() === '') {
    throw new Error(`.changeset/${name} does not say what changed`);
  }
  return { level, packages, text: text.trim() };
}

/**
 * @param {readonly Change[]} all
 * @returns {string} headings and lists
 */
function sectionOf(all) {
  if (all.length === 0) return 'Nothing yet.\n';
  return LEVELS.flatMap((level) => {
    const own = all.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const items = own.map(({ packages, text }) => `- ${filled(`**${packages.join(', ')}**: ${text}`)}\n`);
    return [`### ${level[0]?.toUpperCase()}${level.slice(1)} changes\n\n${items.join('\n')}`];
  }).join('\n');
}

/**
 * @param {string} text paragraphs, or blocks of code and lists, which are left as they are
 * @returns {string} the same as the item of a list, in lines of the usual length
 */
function filled(text) {
  const blocks = text.split(/\n{2,}/).map((block) => {
    if (/^\s*(?:```|[-*|] |\d+\. )/m.test(block)) return block;
    return block
      .replace(/\s+/g, ' ')
      .replace(/(.{1,116})(?: |$)/g, '$1\n')
      .trimEnd();
  });
  return blocks.join('\n\n').replace(/\n(?=.)/g, '\n  ');
}

/**
 * @param {string} section what shall stand for the part from "Unreleased" to the next version
 * @returns {string} the whole file
 */
function withSection(section) {
  const start = before.indexOf(UNRELEASED);
  if (start < 0) throw new Error(`CHANGELOG.md has no line "${UNRELEASED.trim()}"`);
  const next = before.indexOf('\n## ', start + 1);
  return `${before.slice(0, start)}${section}${next < 0 ? '' : before.slice(next)}`;
}
