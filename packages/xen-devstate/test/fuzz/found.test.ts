import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Examiner } from './examine.js';
import type { Case, Target } from './target.js';
import { TARGETS } from './targets/index.js';

// Every fault that fuzzing has found, as it was found. `npm run fuzz -- TARGET --case FILE` executes one of them.

/** A case, and the fault that it caused. */
interface Found extends Case {
  readonly kind: string;
}

const FOLDER = new URL('./found/', import.meta.url);
const found = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Found, // written by keep-finding.ts
);

const examiner = new Examiner();
const targets = new Map<string, Promise<Target> | undefined>();

function targetOf(name: string): Promise<Target> | undefined {
  if (!targets.has(name)) targets.set(name, TARGETS.get(name)?.());
  return targets.get(name);
}

test.each(found.map((one) => [one.target, one.kind, one.how.join(' '), one] as const))(
  '%s: %s, %s',
  async (name, _, __, one) => {
    const target = await targetOf(name);
    if (target === undefined) throw new TypeError(`unknown target ${name}`);
    expect(await examiner.examine(one, target)).toBeUndefined();
  },
);
