import { atPath } from '../errors/at-path.js';
import type { Input } from '../input/input.js';

/**
 * Reads a struct that is a member of another one, where the input stands: its path is put in front of its errors.
 *
 * @example `readMember(input, 'footer', readFooter)` fails on the bytes `7d` at `footer.id`, where `readFooter` alone
 * says `id`
 */
export function readMember<V>(input: Input, path: string, read: (input: Input) => V): V;
export function readMember<V, A>(input: Input, path: string, read: (input: Input, a: A) => V, a: A): V;
export function readMember<V, A, B>(
  input: Input,
  path: string,
  read: (input: Input, a: A, b: B) => V,
  a: A,
  b: B,
): V;
export function readMember<V, A, B, C>(
  input: Input,
  path: string,
  read: (input: Input, a: A, b: B, c: C) => V,
  a: A,
  b: B,
  c: C,
): V;
export function readMember<V, A, B, C>(
  input: Input,
  path: string,
  read: (input: Input, a?: A, b?: B, c?: C) => V,
  a?: A,
  b?: B,
  c?: C,
): V {
  try {
    return read(input, a, b, c);
  } catch (error) {
    throw atPath(error, path);
  }
}
