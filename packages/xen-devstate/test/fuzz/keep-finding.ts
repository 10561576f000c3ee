import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Fault } from './target.js';

/** Git ignores it. */
const FOLDER = new URL('../../../../.tmp-fuzz/', import.meta.url);

/** Writes down a case that fails, in a form that `--case` takes and that can become a fixture. @returns the file's path */
export function keepFinding(one: Case, { kind, detail }: Fault): string {
  mkdirSync(FOLDER, { recursive: true });
  const slug = kind
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  const file = new URL(`${slug}.json`, FOLDER);
  writeFileSync(file, `${JSON.stringify({ ...one, kind, detail }, undefined, 2)}\n`);
  return fileURLToPath(file);
}
