import { typedArrayName } from './is-typed-array.js';

/**
 * Whether two values of a schema are the same: numbers, text and the like by `Object.is`, bytes, lists and objects by
 * their content. A key that is left out is the same as one that holds `undefined`.
 *
 * @example `isSameValue({ x: 1, data: Uint8Array.of(2) }, { x: 1, data: Uint8Array.of(2) })` is true
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return isSameArray(a, b);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((element, index) => isSameValue(element, b[index]));
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
    isSameValue(Reflect.get(a, key), Reflect.get(b, key)),
  );
}

/** Typed arrays of one type, compared by their bytes: a NaN keeps its payload there. */
function isSameArray(a: object, b: object): boolean {
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) return false;
  if (typedArrayName(a) !== typedArrayName(b) || a.byteLength !== b.byteLength) return false;
  const [left, right] = [bytesOf(a), bytesOf(b)];
  return left.every((byte, index) => byte === right[index]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
