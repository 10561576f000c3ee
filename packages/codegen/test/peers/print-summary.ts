import type { Summary } from './run-suites.js';

/** What became of a data set's cases: a line of figures and one for each case that is not right, or all as JSON. */
export function printSummary(summary: Summary, isJson: boolean): string {
  if (isJson) return JSON.stringify({ binschema: summary }, undefined, 2);
  const lines = (['wrong', 'theirs', 'unconverted'] as const).flatMap((list) =>
    summary[list].map(({ suite, case: title, reason }) => `${list}: ${suite}, ${title}: ${reason}`),
  );
  return [`binschema: ${summary.right} of ${summary.cases} cases both ways`, ...lines].join('\n');
}
