/** Keys that lead into a value. */
export type Path = readonly (string | number)[];

/** A change of a value, as plain data; one whose path leads nowhere changes nothing, nor does a name in a list. */
export type Edit =
  /** Something else stands there: a number out of range, a value of another type, an unknown key. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  /** A key is missing, or an element of a list. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** What stands elsewhere in the value stands here: another section's tag, another device's state. */
  | { readonly kind: 'copy'; readonly from: Path; readonly path: Path };

type Container = Record<string | number, unknown>;

/** Whether keys of a value are places to edit: those of objects and lists, not of bytes and arrays of numbers. */
export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** Makes the edits in a value that nobody else holds. */
export function edit(value: unknown, edits: readonly Edit[]): unknown {
  const root: Container = { value };
  for (const one of edits) apply(root, one);
  return root.value;
}

function apply(root: Container, one: Edit): void {
  const path = ['value', ...one.path];
  const key = path.pop() ?? '';
  const parent = follow(root, path);
  if (!isContainer(parent) || (Array.isArray(parent) && typeof key === 'string')) return;
  switch (one.kind) {
    case 'set':
      parent[key] = one.value;
      return;
    case 'copy':
      parent[key] = follow(root, ['value', ...one.from]);
      return;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return;
  }
}

/** What stands there; `undefined` where the path leads nowhere. */
export function follow(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isContainer(at) ? at[key] : undefined), root);
}
