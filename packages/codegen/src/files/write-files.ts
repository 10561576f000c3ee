import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareFiles } from './compare-files.js';
import type { GeneratedFile } from './generated-file.js';
import { replaceFile } from './replace-file.js';
import type { LeftFile } from './survey-output.js';
import { surveyOutput } from './survey-output.js';

/** A file that another configuration generated as well. */
export interface TakenFile {
  readonly path: string;
  /** The other configuration, relative to the folder. */
  readonly from: string;
}

/** What was written and removed. Paths are relative to the folder. */
export interface WriteResult {
  readonly written: readonly string[];
  /** Those written that were another configuration's before. */
  readonly taken: readonly TakenFile[];
  readonly removed: readonly string[];
  /** Generated files that are not generated any more and stay, as they may not be this configuration's. */
  readonly left: readonly LeftFile[];
}

/**
 * Brings the output folder up to date: writes what differs, each file at once, and removes what was generated for this configuration
 * and is not any more. All other files stay.
 *
 * @param configuration path of the configuration, as `generateModules` was given it; nothing is removed without it
 */
export function writeFiles(
  folder: string,
  output: string,
  files: readonly GeneratedFile[],
  configuration?: string,
): WriteResult {
  const stale = compareFiles(folder, output, files, configuration);
  const { left } = surveyOutput(folder, output, files, configuration);
  const written: string[] = [];
  const taken: TakenFile[] = [];
  const removed: string[] = [];
  for (const { path, why, configuration: from } of stale) {
    const full = join(folder, path);
    if (why === 'no longer generated') {
      rmSync(full);
      removed.push(path);
      continue;
    }
    mkdirSync(dirname(full), { recursive: true });
    replaceFile(full, files.find((file) => file.path === path)?.text ?? '');
    written.push(path);
    if (from !== undefined) taken.push({ path, from });
  }
  return { written, taken, removed, left };
}
