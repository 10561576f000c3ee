import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublicPaths, WildcardFault } from './exact-entries.js';
import { isSame, wildcardFaults, withExactEntries } from './exact-entries.js';
import type { ExportEntries } from './export-entries.js';
import type { MovedModule } from './moved-module.js';

/** The package.json of a configuration. */
export interface PackageManifest {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** What a package.json has to say so that its public paths lead to generated code. */
export interface ManifestUpdate {
  /** The file, absolute. */
  readonly path: string;
  /** What it has to be; as it is, where nothing changes. */
  readonly text: string;
  /** The public paths that do not lead where they should, or to nothing any more. */
  readonly stale: readonly string[];
}

/** The package.json that a folder belongs to, as Node finds it: the nearest one. */
export function findManifest(folder: string): PackageManifest | undefined {
  for (let one = folder; ; one = dirname(one)) {
    const path = join(one, 'package.json');
    if (existsSync(path)) return { path, text: readFileSync(path, 'utf8') };
    if (dirname(one) === one) return undefined;
  }
}

/** What is wrong with public paths in a package.json; a text if it has no exports at all. */
export function manifestFaults(
  { text }: PackageManifest,
  paths: PublicPaths,
): readonly WildcardFault[] | string {
  const content = parsed(text);
  if (content === undefined) return 'is not JSON';
  const exported = exportsIn(content);
  if (exported === undefined) return 'has no exports';
  return [...wildcardFaults(exported, paths), ...publishedFaults(content, paths)];
}

/** Finds out what a package.json has to say; nothing is written. What does not change keeps its place, and the file its indentation. */
export function updateManifest(
  { path, text }: PackageManifest,
  paths: PublicPaths,
  moved: readonly MovedModule[],
  output: string,
): ManifestUpdate {
  const content = parsed(text) ?? {};
  const stale = new Set<string>();
  const renewed = (owner: Manifest, ownPaths: PublicPaths): Manifest => {
    const before = exportsIn(owner);
    if (before === undefined) return owner;
    const after = withExactEntries(before, ownPaths, moved, output);
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (one) => !isSame(before[one], after[one]),
    );
    for (const one of changed) stale.add(one);
    return changed.length === 0 ? owner : { ...owner, exports: after };
  };
  const own = renewed(content, paths);
  const published = publishConfigOf(own);
  const whole =
    published === undefined
      ? own
      : { ...own, publishConfig: renewed(published, inPublished(published, paths)) };
  const indentation = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  return {
    path,
    text: stale.size === 0 ? text : `${JSON.stringify(whole, undefined, indentation)}\n`,
    stale: [...stale].sort(),
  };
}

type Manifest = Readonly<Record<string, unknown>>;

function parsed(text: string): Manifest | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Manifest | undefined {
  return typeof value === 'object' && value !== null ? (value as Manifest) : undefined; // any object has members of any name
}

/** Whatever is there: what has another form than Node's documentation says leads to no file. */
const exportsIn = ({ exports }: Manifest): ExportEntries | undefined =>
  objectOf(exports) as ExportEntries | undefined;

/** What pnpm and others put in place of members when they publish. */
const publishConfigOf = ({ publishConfig }: Manifest): Manifest | undefined => objectOf(publishConfig);

/** The wildcards that are there when the package is published as well. */
function inPublished(published: Manifest, paths: PublicPaths): PublicPaths {
  const entries = exportsIn(published) ?? {};
  return Object.fromEntries(Object.entries(paths).filter(([wildcard]) => Object.hasOwn(entries, wildcard)));
}

function publishedFaults(content: Manifest, paths: PublicPaths): readonly WildcardFault[] {
  const published = publishConfigOf(content);
  return published === undefined
    ? []
    : wildcardFaults(exportsIn(published) ?? {}, inPublished(published, paths));
}
