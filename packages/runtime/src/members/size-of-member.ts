import { atPath } from '../errors/at-path.js';

/**
 * The bytes that a struct takes which is a member of another one: its path is put in front of its errors.
 *
 * @example `sizeOfMember(value.footer, 'footer', measureFooter)` fails for a footer of `null` at `footer`
 */
export function sizeOfMember<V>(value: V, path: string, measure: (value: V) => number): number;
export function sizeOfMember<V, A>(value: V, path: string, measure: (value: V, a: A) => number, a: A): number;
export function sizeOfMember<V, A, B>(
  value: V,
  path: string,
  measure: (value: V, a: A, b: B) => number,
  a: A,
  b: B,
): number;
export function sizeOfMember<V, A, B, C>(
  value: V,
  path: string,
  measure: (value: V, a: A, b: B, c: C) => number,
  a: A,
  b: B,
  c: C,
): number;
export function sizeOfMember<V, A, B, C>(
  value: V,
  path: string,
  measure: (value: V, a?: A, b?: B, c?: C) => number,
  a?: A,
  b?: B,
  c?: C,
): number {
  try {
    return measure(value, a, b, c);
  } catch (error) {
    throw atPath(error, path);
  }
}
