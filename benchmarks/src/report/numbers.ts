import type { Spread } from '../measuring/spread.js';

/** A ratio, as precise as it is of use. */
export function ratioText(ratio: number): string {
  return ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
}

/** A median, and the middle half: `1.04 (0.99 to 1.10)`. */
export function spreadText(spread: Spread | undefined): string {
  if (spread === undefined) return '';
  return `${ratioText(spread.median)} (${ratioText(spread.low)} to ${ratioText(spread.high)})`;
}

/** Seconds in the unit in which they are easy to read. */
export function timeText(seconds: number): string {
  if (seconds < 1e-3) return `${(seconds * 1e6).toFixed(0)} µs`;
  if (seconds < 1) return `${(seconds * 1e3).toFixed(seconds < 0.1 ? 1 : 0)} ms`;
  return `${seconds.toFixed(2)} s`;
}

/** A size of an input: `82 KB`, `116 MB`. */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(bytes < 1e4 ? 1 : 0)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
