/** The keys that lead to a place in a value. */
export type Path = readonly (string | number)[];

/** An edit of a value, as plain data; it has no effect if its path does not exist, or applies a name to a list. */
export type Edit =
  /** Sets another value: a number out of range, a value of another type, an unknown key. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  /** Removes a key, or an element of a list. */
  | { readonly kind: 'remove'; readonly path: Path }
  /** Copies from elsewhere in the value: another section's tag, another device's state. */
  | { readonly kind: 'copy'; readonly from: Path; readonly path: Path };

type Container = Record<string | number, unknown>;

/** Whether the keys of a value can be edited: those of objects and lists, but not of bytes and typed arrays. */
export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** Applies the edits in place; nothing else may refer to the value. */
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

/** The value at a path; `undefined` if the path does not exist. */
export function follow(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (isContainer(at) ? at[key] : undefined), root);
}
