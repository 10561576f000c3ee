/**
 * The value of a parameter that goes with the length of something; the first one where none does, so that encoding with it
 * tells what is wrong.
 *
 * @param lengths one for each value
 * @example `parameterOfLength([2048, 256], [2052, 260], 260)` is 256
 */
export function parameterOfLength<T>(
  values: readonly [T, ...T[]],
  lengths: readonly number[],
  length: number | undefined,
): T {
  const [first] = values;
  return values[lengths.indexOf(length ?? -1)] ?? first;
}
