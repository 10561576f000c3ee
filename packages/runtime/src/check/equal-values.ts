import { equalBytes } from '../numbers/exact.js';

/**
 * Whether two values of a schema have the same content: structs, flags and alternatives by their members, lists by their
 * elements, typed arrays by their bytes, so that 0 and -0 differ, and NaNs of other bits. A member that is `undefined` is
 * as good as none.
 *
 * @param notCompared keys of constant and derived members, which may come along on one side and not on the other
 * @example `equalValues([{ x: 1, y: undefined }], [{ x: 1 }])` is true, `equalValues(Float32Array.of(0), Float32Array.of(-0))` is not
 */
export function equalValues(left: unknown, right: unknown, notCompared: readonly string[] = []): boolean {
  return isEqual(left, right, { met: new Map(), notCompared });
}

interface Comparison {
  /** Pairs whose comparison has begun. */
  readonly met: Map<object, object>;
  readonly notCompared: readonly string[];
}

/**
 * An encoder may compare what nobody has looked at yet: a value that contains itself, or one part a million times, must
 * not keep it for ever.
 */
function isEqual(left: unknown, right: unknown, comparison: Comparison): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const type = typeOfArray.call(left);
  if (type !== typeOfArray.call(right)) return false;
  if (type !== undefined) return equalBytes(bytesOf(left), bytesOf(right));
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const { met, notCompared } = comparison;
  if (met.get(left) === right) return true;
  met.set(left, right);
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return false;
    for (let i = 0; i < left.length; i++) if (!isEqual(left[i], right[i], comparison)) return false;
    return true;
  }
  const names = membersOf(left, notCompared);
  return (
    names.length === membersOf(right, notCompared).length &&
    names.every((name) => isEqual(Reflect.get(left, name), Reflect.get(right, name), comparison))
  );
}

const membersOf = (value: object, notCompared: readonly string[]): readonly string[] =>
  Object.keys(value).filter((name) => Reflect.get(value, name) !== undefined && !notCompared.includes(name));

// the getters of all typed arrays, whatever a subclass or a property of the value says
const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype) as object;
const typeOfArray: (this: unknown) => unknown =
  Object.getOwnPropertyDescriptor(typedArray, Symbol.toStringTag)?.get ?? (() => undefined);

/** The bytes of a typed array as they lie in memory. */
function bytesOf(array: object): Uint8Array {
  const get = (name: string): unknown => Reflect.get(typedArray, name, array);
  return new Uint8Array(
    get('buffer') as ArrayBuffer,
    get('byteOffset') as number,
    get('byteLength') as number,
  );
}
