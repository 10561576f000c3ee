import { count, printable } from '@bytewright/cli';
import type { CalibrationReport } from '../import/tables/calibration/member-report.js';

/**
 * Formats the offsets of the members in a binary's tables, one per line.
 *
 * @example
 * ```
 * 464 descriptions of 2444 fields
 *   72  the struct of a field: 275 in 162 descriptions
 * ```
 */
export function* calibrationLines({ descriptions, fields, members }: CalibrationReport): Generator<string> {
  yield `${count(descriptions, 'description')} of ${count(fields, 'field')}\n`;
  const width = Math.max(...members.map(({ at }) => String(at).length));
  for (const { member, at, confirmed, descriptions: of, against, exception } of members) {
    const but = exception === undefined ? '' : `, ${against} not: ${printable(exception)}`;
    yield `  ${String(at).padStart(width)}  ${member}: ${confirmed} in ${count(of, 'description')}${but}\n`;
  }
}
