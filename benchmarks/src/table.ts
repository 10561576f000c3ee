import { BINARY_PARSER, LIMIT, OURS } from './contenders/contenders-of.js';
import type { Measurement } from './measure.js';

const HEAD = ['file', 'direction', 'contender', 'microseconds', 'times by hand', 'binary-parser takes'];

/**
 * The measurements as a table in Markdown: for each contender the median of its times, how many times longer than by hand
 * it takes, and how many times longer binary-parser takes than it: medians over rounds, with the middle half of them.
 */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map((one) => [
    one.file,
    one.direction,
    one.contender,
    (median(one.seconds) * 1e6).toFixed(0),
    one.contender === LIMIT ? '1' : ratios(one, other(measurements, one, LIMIT)),
    one.contender === OURS ? ratios(other(measurements, one, BINARY_PARSER), one) : '',
  ]);
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Another contender's measurement of the same. */
function other(
  measurements: readonly Measurement[],
  { file, direction }: Measurement,
  contender: string,
): Measurement | undefined {
  return measurements.find(
    (one) => one.file === file && one.direction === direction && one.contender === contender,
  );
}

/** How many times longer the one takes than the other, round by round. */
function ratios(slow: Measurement | undefined, fast: Measurement | undefined): string {
  if (slow === undefined || fast === undefined) return '';
  const each = slow.seconds.map((seconds, round) => seconds / (fast.seconds[round] ?? Number.NaN));
  return `${digits(median(each))} (${digits(quantile(each, 0.25))} to ${digits(quantile(each, 0.75))})`;
}

const digits = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 1);

const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
}
