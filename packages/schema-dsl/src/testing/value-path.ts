import type { Segment } from '../interpreter/path.js';
import { isNumberArray } from './typed-arrays.js';

/** The steps of a path as errors print it: `sections[3].idstr`. */
export function parsePath(path: string): readonly Segment[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
}

/** The part of a value at a path; `undefined` if there is none. */
export function valueAt(value: unknown, path: readonly Segment[]): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined),
    value,
  );
}

/** Stands for a missing key. */
export const LEFT_OUT: unique symbol = Symbol('left out');

/** A copy of a value with another part at a path, or without it for {@link LEFT_OUT}; everything off the path is shared. */
export function withValueAt(value: unknown, [step, ...rest]: readonly Segment[], part: unknown): unknown {
  if (step === undefined) return part;
  const copy: unknown = isNumberArray(value)
    ? value.slice()
    : Array.isArray(value)
      ? [...value]
      : { ...(value as object) };
  if (rest.length === 0 && part === LEFT_OUT) Reflect.deleteProperty(copy as object, step);
  else Reflect.set(copy as object, step, withValueAt(Reflect.get(copy as object, step), rest, part));
  return copy;
}
