import type { TrialResult } from '@bytewright/schema-dsl/diff/trials';
import type { DiffReport } from './diff-report.js';
import { outcomesOf } from './diff-report.js';

/**
 * A report for programs: `{ before, after, backward, forward, changes, trials }`, where `backward` and `forward` are the ways
 * in which the new codec may fail on old bytes, and the old one on new bytes. Bytes are hexadecimal digits.
 */
export function printJson(report: DiffReport): string {
  const { before, after, changes, trials } = report;
  const data = {
    before,
    after,
    backward: outcomesOf(report, 'backward'),
    forward: outcomesOf(report, 'forward'),
    changes,
    trials: trials.map(({ name, backward, forward }) => ({
      name,
      backward: trialData(backward),
      forward: trialData(forward),
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function trialData({ tried, asBefore, disagreements, untried }: TrialResult): unknown {
  return {
    tried,
    asBefore,
    untried,
    disagreements: disagreements.map(({ outcome, count, counterexample: { value, bytes, found } }) => ({
      outcome,
      count,
      counterexample: { value, bytes: Buffer.from(bytes).toString('hex'), found },
    })),
  };
}
