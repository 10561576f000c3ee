/**
 * A copy of a value with one place replaced. The original does not change; parts off the path are shared.
 *
 * @param segments member names and indices, which must exist
 * @example `withValue({ a: [1, 2] }, ['a', 1], 7)` is `{ a: [1, 7] }`
 */
export function withValue(whole: unknown, segments: readonly (string | number)[], value: unknown): unknown {
  const [first, ...rest] = segments;
  if (first === undefined) return value;
  const copy = copyOf(whole);
  Reflect.set(copy, first, withValue(Reflect.get(copy, first), rest, value));
  return copy;
}

/**
 * Whether a value has such a place.
 *
 * @example `hasPlace({ a: [1, 2] }, ['a', 2])` is false
 */
export function hasPlace(whole: unknown, segments: readonly (string | number)[]): boolean {
  let part = whole;
  for (const segment of segments) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, segment)) return false;
    part = Reflect.get(part, segment);
  }
  return true;
}

function copyOf(whole: unknown): object {
  if (Array.isArray(whole)) return [...whole];
  if (isNumbers(whole)) return whole.slice();
  if (typeof whole === 'object' && whole !== null) return { ...whole };
  throw new TypeError('A path leads through objects and lists');
}

/** Typed arrays copy only their own numbers, not the buffer around them. */
function isNumbers(whole: unknown): whole is { slice(): object } {
  return ArrayBuffer.isView(whole) && !(whole instanceof DataView);
}
