import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Columns that a line has at most; a longer one counts as the lines that it would be. */
const COLUMNS = 110;

/**
 * What some files come to.
 *
 * @typedef {object} FileCounts
 * @property {number} files how many there are
 * @property {number} lines of at most 110 columns, in all
 * @property {number} bytes in all
 * @property {number} longest lines of the file that has most
 * @property {string} longestPath that file
 */

/**
 * @param {string} parent a folder; one that is not there has no files
 * @param {string} suffix how the files' names end
 * @returns {string[]} paths of the files in it and below it
 */
export function filesBelow(parent, suffix = '') {
  if (!existsSync(parent)) {
    return [];
  }
  return readdirSync(parent, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * @param {readonly string[]} paths of files
 * @returns {FileCounts} what they come to
 */
export function countFiles(paths) {
  const counts = { files: paths.length, lines: 0, bytes: 0, longest: 0, longestPath: '' };
  for (const path of paths) {
    const content = readFileSync(path);
    const lines = content.toString('utf8').replace(/\n$/, '').split('\n');
    const narrow = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
    counts.lines += narrow;
    counts.bytes += content.length;
    if (narrow > counts.longest) {
      Object.assign(counts, { longest: narrow, longestPath: path });
    }
  }
  return counts;
}

/**
 * The longest module that reads and writes whole device states.
 *
 * @param {readonly string[]} paths of generated modules
 * @returns {number} its lines
 */
export function longestWholeFileCodec(paths) {
  return countFiles(paths.filter((path) => basename(path) === 'device-state.ts')).longest;
}

/**
 * Where a reader of modules for whole device states has seen the order on the wire, how an arm is chosen, and how the end of a payload
 * is searched for.
 *
 * @param {readonly string[]} paths of generated modules
 * @returns {number} the line at which the last of these ends, in the module where that is furthest down; 0 where they have none
 */
export function endOfChoice(paths) {
  const ends = paths
    .filter((path) => basename(path) === 'device-state.ts')
    .map((path) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const starts = ['function readSection(', 'const sectionArms', 'function endOfSectionPayload('];
      return starts.map((start) => {
        const from = lines.findIndex((line) => line.startsWith(start));
        return from < 0 ? Number.NaN : lines.findIndex((line, at) => at > from && line.startsWith('}')) + 1;
      });
    });
  // where devices are decoded by another module, nothing is chosen
  return Math.max(0, ...ends.filter((all) => all.every((end) => end > 0)).flat());
}
