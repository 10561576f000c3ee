import { markdownTable } from './markdown-table.js';
import { ratioText, sizeText, timeText } from './numbers.js';
import type { Growth } from './results.js';

/** Growths as a table in Markdown. */
export function growthTable(growths: readonly Growth[]): string {
  return markdownTable(
    ['input', 'direction', 'contender', 'exponent', 'from', 'to'],
    growths.map(({ subject, action, contender, exponent, steps }) => {
      const ends = [steps[0], steps.at(-1)].map((step) =>
        step === undefined ? '' : `${sizeText(step.bytes)}: ${timeText(step.seconds)}`,
      );
      return [subject, action, contender, ratioText(exponent), ...ends];
    }),
  );
}
