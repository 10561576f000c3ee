/** A copy of a value with something else at a path; other members are shared. Lists are copied with their own type. */
export function withMember(
  value: unknown,
  path: readonly (string | number)[],
  change: (member: unknown) => unknown,
): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value)
    ? [...(value as unknown[])]
    : ArrayBuffer.isView(value)
      ? (value as Uint8Array).slice() // a typed array: no DataView is ever in a value
      : { ...value };
  Reflect.set(copy, head, withMember(Reflect.get(value, head), rest, change));
  return copy;
}
