import { atPath } from '../errors/at-path.js';
import type { Output } from '../output/output.js';

/**
 * Writes a struct that is a member of another one, where the output stands: its path is put in front of its errors.
 *
 * @example `writeMember(output, value.footer, 'footer', writeFooter)` fails for an id of -1 at `footer.id`
 */
export function writeMember<V>(
  output: Output,
  value: V,
  path: string,
  write: (output: Output, value: V) => void,
): void;
export function writeMember<V, A>(
  output: Output,
  value: V,
  path: string,
  write: (output: Output, value: V, a: A) => void,
  a: A,
): void;
export function writeMember<V, A, B>(
  output: Output,
  value: V,
  path: string,
  write: (output: Output, value: V, a: A, b: B) => void,
  a: A,
  b: B,
): void;
export function writeMember<V, A, B, C>(
  output: Output,
  value: V,
  path: string,
  write: (output: Output, value: V, a: A, b: B, c: C) => void,
  a: A,
  b: B,
  c: C,
): void;
export function writeMember<V, A, B, C>(
  output: Output,
  value: V,
  path: string,
  write: (output: Output, value: V, a?: A, b?: B, c?: C) => void,
  a?: A,
  b?: B,
  c?: C,
): void {
  try {
    write(output, value, a, b, c);
  } catch (error) {
    throw atPath(error, path);
  }
}
