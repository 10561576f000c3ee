/**
 * Whether two decoded values are the same in every respect that matters to a codec: classes of typed arrays, bigints, keys that
 * hold `undefined`, -0.
 *
 * @example `isSameValue({ a: Uint8Array.of(1) }, { a: Uint8Array.of(1) })` is true
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (isSequence(a) && isSequence(b))
    return a.length === b.length && Array.prototype.every.call(a, (one, index) => isSameValue(one, b[index]));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameValue(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function isSequence(value: object): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
