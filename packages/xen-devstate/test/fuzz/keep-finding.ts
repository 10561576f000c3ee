import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Fault } from './target.js';

/** The folder is ignored by git. */
const FOLDER = new URL('../../../../.tmp-fuzz/', import.meta.url);

/** Lines of the detail that are kept: for an exception, its message and the innermost calls. */
const LINES = 4;

/** Writes a failing case to a file that `--case` accepts and that can become a fixture in `found`. @returns the file's path */
export function keepFinding(one: Case, { kind, detail }: Fault): string {
  mkdirSync(FOLDER, { recursive: true });
  const slug = kind
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const file = new URL(`${slug}.json`, FOLDER);
  const shown = detail
    .split('\n', LINES)
    .map((line) => line.trim().replace(/\((?:file:\/\/)?\/.*\/packages\//, '(packages/'));
  writeFileSync(file, `${JSON.stringify({ ...one, kind, detail: shown }, undefined, 2)}\n`);
  return fileURLToPath(file);
}
