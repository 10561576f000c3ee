/** What `exports` of a package.json says of a public path: a file, or files by condition. */
export type ExportTarget =
  | string
  | null
  | readonly ExportTarget[]
  | { readonly [condition: string]: ExportTarget };

/** `exports` of a package.json, by public path. */
export type ExportEntries = Readonly<Record<string, ExportTarget>>;

/** The files that a target names. */
export function filesOf(target: ExportTarget | undefined): readonly string[] {
  if (typeof target === 'string') return [target];
  return typeof target === 'object' && target !== null ? Object.values(target).flatMap(filesOf) : [];
}

/** A target with other files. */
export function withFiles(target: ExportTarget, write: (file: string) => string): ExportTarget {
  if (typeof target === 'string') return write(target);
  if (target === null) return null;
  if (isList(target)) return target.map((one) => withFiles(one, write));
  return Object.fromEntries(
    Object.entries(target).map(([condition, one]) => [condition, withFiles(one, write)]),
  );
}

/** As `Array.isArray`, which does not tell readonly lists from objects. */
const isList = (target: ExportTarget): target is readonly ExportTarget[] => Array.isArray(target);
