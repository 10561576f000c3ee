import { fill } from '../text/fill.js';
import type { ExitMeanings } from './exit-code.js';

/**
 * The table of exit codes at the end of a help text.
 *
 * @example `exitLines({ 0: 'intact', 1: 'damaged' })` is `['Exit codes:', '  0  intact', '  1  damaged']`
 */
export function exitLines(meanings: ExitMeanings): readonly string[] {
  const rows = Object.entries(meanings).flatMap(([code, meaning]) => fill(meaning, `  ${code}  `));
  return ['Exit codes:', ...rows];
}
