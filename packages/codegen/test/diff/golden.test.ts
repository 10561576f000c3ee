import { readdirSync } from 'node:fs';
import { DecodeError, decode, irOf } from '@bytewright/schema-dsl';
import type { BreakingOutcome } from '@bytewright/schema-dsl/diff';
import { CHANGE_KINDS } from '@bytewright/schema-dsl/diff';
import type { Direction } from '@bytewright/schema-dsl/diff/trials';
import { runCompatibilityTrials } from '@bytewright/schema-dsl/diff/trials';
import { describe, expect, test } from 'vitest';
import type { Revision } from './revision.js';

const folder = new URL('golden/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

const isBreaking = (outcome: string): outcome is BreakingOutcome => outcome !== 'as before';

describe('a case for each kind of change', () => {
  test('is there', () => {
    expect(names.sort()).toEqual(
      Object.keys(CHANGE_KINDS)
        .filter((kind) => !kind.startsWith('root-'))
        .sort(),
    );
  });

  test.each(names)('%s', async (name) => {
    const made = ((await import(new URL(`${name}.ts`, folder).href)) as { default: Revision }).default;
    const [before, after] = [irOf(made.before), irOf(made.after)];
    const report = runCompatibilityTrials(before, after, made.options);
    expect(report.changes.map(({ kind, path, source }) => [kind, path, source])).toEqual(made.changes);
    expect(report.changes.map(({ kind }) => kind)).toContain(name);
    const [root] = report.trials;
    if (root === undefined) throw new Error('nothing was tried');
    for (const direction of ['backward', 'forward'] as const) {
      const outcomes = [...new Set(Object.values(made[direction]).filter(isBreaking))].sort();
      const trialResult = root[direction];
      expect(trialResult.untried).toBeUndefined();
      expect(trialResult.tried).toBeGreaterThan(0);
      // what was worked out by hand is what the properties found, and no more; the kind of change allows for it
      expect(trialResult.disagreements.map(({ outcome }) => outcome).sort()).toEqual(outcomes);
      expect([...new Set(report.changes.flatMap((change) => change[direction]))]).toEqual(
        expect.arrayContaining(outcomes),
      );
      checkByHand(made, direction);
    }
  });
});

/** The bytes of the case: what the writing revision takes, and the reading one refuses or reads. */
function checkByHand({ before, after, ...made }: Revision, direction: Direction): void {
  const [writer, reader] = direction === 'backward' ? [before, after] : [after, before];
  for (const [text, outcome] of Object.entries(made[direction])) {
    const bytes = Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
    decode(writer, bytes);
    if (outcome === 'refused') expect(() => decode(reader, bytes)).toThrow(DecodeError);
    else decode(reader, bytes);
  }
}
