/**
 * The offset of the first byte at which two inputs differ, or at which one of them ends; `undefined` if they are equal.
 *
 * @example `firstDifference(Uint8Array.of(1, 2), Uint8Array.of(1, 3))` is 1
 */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const common = Math.min(a.length, b.length);
  for (let offset = 0; offset < common; offset++) {
    if (a[offset] !== b[offset]) return offset;
  }
  return a.length === b.length ? undefined : common;
}
