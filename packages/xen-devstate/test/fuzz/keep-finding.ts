import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Fault } from './target.js';

/** Git ignores it. */
const FOLDER = new URL('../../../../.tmp-fuzz/', import.meta.url);

/** Lines of what is known that are kept: of an exception, its message and the innermost calls. */
const LINES = 4;

/** Writes down a case that fails, in a form that `--case` takes and that is a fixture in `found`. @returns the file's path */
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
