/** Throws: a value is not what it must be. */
export function wrong(value: unknown): never {
  throw new RangeError(`${String(value)} cannot be written`);
}

/** Sees that an object has as many keys as it should. */
export function keys(object: object, count: number): void {
  let found = 0;
  for (const _ in object) found++;
  if (found !== count) throw new RangeError(`${found} keys, not ${count}`);
}
