/**
 * Formats a count with its noun.
 *
 * @example `count(1, 'section')` is `1 section`, `count(2, 'section')` is `2 sections`
 */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
