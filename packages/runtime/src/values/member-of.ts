/**
 * A member of a value, such as one that an author's code gave; `undefined` if there is none, or the value is not an object.
 *
 * @example `memberOf({ size: 4 }, 'size')` is 4; `memberOf(7, 'size')` is `undefined`
 */
export function memberOf(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
