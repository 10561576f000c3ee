import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { snapshotPath } from '../snapshot/snapshots-of.js';
import type { GeneratedFile } from './generated-file.js';
import { readMark } from './read-mark.js';

/** A generated file that nothing is generated into any more, and that stays all the same. */
export interface LeftFile {
  readonly path: string;
  /** Why it is not removed: nobody can tell whose it is, or somebody's work is in it. */
  readonly why: string;
}

/** What is in the output folder beside the files that are generated. Paths are relative to the configuration's folder. */
export interface OutputSurvey {
  /** Files that an earlier run for this configuration wrote, and that are as they were written: they can go. */
  readonly orphans: readonly string[];
  /** Files that somebody has to look at. What another configuration generates is not among them. */
  readonly left: readonly LeftFile[];
}

/**
 * Looks through the output folder for files that are not generated any more. Several configurations may share a folder, so only
 * those are this one's that say so: in their banner, or in the first lines of a snapshot. A file of an earlier version, which
 * does not say, is this one's only where it would write a file of this name.
 *
 * @param configuration path of the configuration, relative to the folder; without it no file is known to be its own
 */
export function surveyOutput(
  folder: string,
  output: string,
  files: readonly GeneratedFile[],
  configuration: string | undefined,
): OutputSurvey {
  const written = new Set(files.map(({ path }) => path));
  const writable = new Set([...written, ...files.map(({ path }) => snapshotPath(path))]);
  const orphans: string[] = [];
  const left: LeftFile[] = [];
  for (const path of candidates(folder, output)) {
    if (written.has(path)) continue;
    const full = join(folder, path);
    const mark = readMark(readFileSync(full, 'utf8'));
    if (mark === undefined) continue;
    if (mark.configuration === undefined) {
      if (writable.has(path)) orphans.push(path);
      else left.push({ path, why: 'it does not say for which configuration it was generated' });
      continue;
    }
    const owner = resolve(dirname(full), mark.configuration);
    if (configuration === undefined || owner !== resolve(folder, configuration)) {
      if (!existsSync(owner))
        left.push({
          path,
          why: `it was generated for ${slashes(relative(folder, owner))}, which is not there`,
        });
    } else if (mark.isAsWritten) orphans.push(path);
    else left.push({ path, why: 'it was edited by hand' });
  }
  return { orphans, left };
}

/** Files of the output folder that may have been generated, also those below it, in a stable order. */
function candidates(folder: string, output: string): readonly string[] {
  const found: string[] = [];
  const pending = [join(folder, output)];
  for (const one of pending) {
    if (!existsSync(one)) continue;
    for (const entry of readdirSync(one, { withFileTypes: true })) {
      const path = join(one, entry.name);
      // lists grow while walked
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        pending.push(path);
      if (entry.isFile() && /\.(?:ts|ir\.json)$/.test(entry.name))
        found.push(slashes(relative(folder, path)));
    }
  }
  return found.sort();
}

const slashes = (path: string): string => path.replace(/\\/g, '/');
