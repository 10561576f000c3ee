import { equalBytes } from './exact.js';
import type { ComparedPart, NotCompared } from './not-compared.js';
import { comparedKeys, isNames, notComparedWithin } from './not-compared.js';

/**
 * Whether two values of a schema have the same content: structs, flags and alternatives by their members, lists by their
 * elements, typed arrays by their bytes, so that 0 and -0 differ, and NaNs of other bits. A member that is `undefined` is
 * as good as none.
 *
 * @param notCompared constant and derived members, which may come along on one side and not on the other
 * @example `equalValues([{ x: 1, y: undefined }], [{ x: 1 }])` is true, `equalValues(Float32Array.of(0), Float32Array.of(-0))` is not
 */
export function equalValues(left: unknown, right: unknown, notCompared: NotCompared = []): boolean {
  return isEqual(left, right, notCompared, new Map());
}

/** Pairs whose comparison has begun, by what they were compared as: one object may lie at several places. */
type Met = Map<ComparedPart, Map<ComparedPart, Map<object, object>>>;

/**
 * An encoder may compare what nobody has looked at yet: a value that contains itself, or one part a million times, must
 * not keep it for ever.
 */
function isEqual(left: unknown, right: unknown, notCompared: NotCompared, met: Met): boolean {
  if (Object.is(left, right) && isSameThroughout(left, notCompared)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const type = typeOfArray.call(left);
  if (type !== typeOfArray.call(right)) return false;
  if (type !== undefined) return equalBytes(bytesOf(left), bytesOf(right));
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const pairs = metAs(notCompared, met);
  if (pairs.get(left) === right) return true;
  pairs.set(left, right);
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return false;
    for (let i = 0; i < left.length; i++) if (!isEqual(left[i], right[i], notCompared, met)) return false;
    return true;
  }
  const names = comparedKeys(left, 'left', notCompared);
  return (
    names.length === comparedKeys(right, 'right', notCompared).length &&
    names.every((name) => {
      const within = notComparedWithin(name, left, right, notCompared);
      return isEqual(Reflect.get(left, name), Reflect.get(right, name), within, met);
    })
  );
}

/** Whether what is one and the same is equal: of an object that lies on both sides, not the same keys may count. */
const isSameThroughout = (value: unknown, notCompared: NotCompared): boolean =>
  typeof value !== 'object' || isNames(notCompared) || notCompared.left === notCompared.right;

function metAs(notCompared: NotCompared, met: Met): Map<object, object> {
  const { left, right } = isNames(notCompared) ? { left: undefined, right: undefined } : notCompared;
  const byRight = met.get(left) ?? new Map<ComparedPart, Map<object, object>>();
  const pairs = byRight.get(right) ?? new Map<object, object>();
  met.set(left, byRight);
  byRight.set(right, pairs);
  return pairs;
}

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
