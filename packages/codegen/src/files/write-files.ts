import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../generate-modules.js';
import { compareFiles } from './compare-files.js';

/** What was written and removed. Paths are relative to the folder. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** Brings the output folder up to date: writes what differs, each file at once, and removes what is no longer generated. */
export function writeFiles(folder: string, output: string, files: readonly GeneratedFile[]): WriteResult {
  const stale = compareFiles(folder, output, files);
  const written: string[] = [];
  const removed: string[] = [];
  for (const { path, why } of stale) {
    const full = join(folder, path);
    if (why === 'no longer generated') {
      rmSync(full);
      removed.push(path);
      continue;
    }
    mkdirSync(dirname(full), { recursive: true });
    const temporary = `${full}.${process.pid}.tmp`;
    writeFileSync(temporary, files.find((file) => file.path === path)?.text ?? '');
    renameSync(temporary, full);
    written.push(path);
  }
  return { written, removed };
}
