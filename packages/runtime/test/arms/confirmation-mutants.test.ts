import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DrawnMutant } from '../../../../scripts/mutation/drawn/instrument.mjs';
import { timesFound } from '../../../../scripts/mutation/drawn/instrument.mjs';

// Why these three: docs/architecture.md, "What is confirmed, and why that suffices".
const ROOT = new URL('../../../../', import.meta.url);
const FOLDER = new URL('scripts/mutation/confirmation/', ROOT);
const MUTANTS: readonly DrawnMutant[] = JSON.parse(readFileSync(new URL('mutants.json', FOLDER), 'utf8'));

describe('a way to confirm too little', () => {
  test.each(MUTANTS.map((mutant) => [mutant.breaks, mutant] as const))('%s: fits its source', (_, mutant) => {
    expect(timesFound(mutant, readFileSync(new URL(mutant.file, ROOT), 'utf8'))).toBe(1);
    expect(mutant.text).toMatch(/^[^‹›]*‹[^‹›]+›[^‹›]*$/);
  });

  test('is found by the tests of arms, whichever it is', () => {
    const main = fileURLToPath(new URL('main.mjs', FOLDER));
    const flags = ['--conditions=@bytewright/source', '--import', 'tsx'];
    const printed = execFileSync(process.execPath, [...flags, main], {
      cwd: fileURLToPath(ROOT),
      encoding: 'utf8',
    });
    expect(printed).toMatch(/^3 of 3 mutants killed/m);
  });
});
