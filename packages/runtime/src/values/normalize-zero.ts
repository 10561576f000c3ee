/**
 * A number with 0 in the place of -0: what is computed has no sign of its own to write.
 *
 * @example `normalizeZero(0 * -1)` is 0, `normalizeZero(-2)` is -2
 */
export function normalizeZero(value: number): number {
  return value === 0 ? 0 : value; // a value that nobody has looked at yet may be no number: it is handed on as it is
}
