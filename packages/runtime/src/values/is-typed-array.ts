import type { NumberArrays } from './number-array.js';

// the getter that names a typed array's type, whatever a subclass or a property of the value says
const tagOf: (this: unknown) => unknown =
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get ??
  (() => undefined);

/**
 * Whether a value is a typed array of one type. By its tag and not by `instanceof`: an array of another realm (a
 * frame, a vm context) is as good, a `Buffer` is a `Uint8Array`, and an object that only inherits from one is none.
 */
export function isTypedArray<K extends keyof NumberArrays>(
  value: unknown,
  type: K,
): value is NumberArrays[K] {
  return tagOf.call(value) === type;
}

/** What a typed array's type is called; `undefined` for what is none. */
export function typedArrayName(value: object): string | undefined {
  const name = tagOf.call(value);
  return typeof name === 'string' ? name : undefined;
}
