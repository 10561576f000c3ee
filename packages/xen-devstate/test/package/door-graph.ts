import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of all packages. */
const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url));

const SCOPE = '@bytewright/';

/** An entry of a package's `exports`: what a user imports, and where that begins. */
export interface Door {
  /** The import specifier, such as `@bytewright/schema-dsl/testing`, with `*` for a pattern. */
  readonly name: string;
  /** Its source files; several for a pattern. */
  readonly entries: readonly string[];
}

/** The run-time imports of a door's modules, including `import()`. */
export interface DoorGraph {
  /** Node modules, as `FILE: node:fs`. */
  readonly node: readonly string[];
  /** Node's own globals that are used, as `FILE: Buffer`. */
  readonly globals: readonly string[];
  /** Packages from outside this repository. */
  readonly packages: readonly string[];
  /** Files in this repository, by their paths in `packages`. */
  readonly files: readonly string[];
}

/** All doors of a package, from its `exports`: a path below a wildcard that leads elsewhere is an entry of that door. */
export function doorsOf(name: string): readonly Door[] {
  const folder = join(PACKAGES, name);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  const wildcards = Object.keys(exports).filter((door) => door.includes('*'));
  const wildcardOf = (door: string): string | undefined =>
    wildcards.find((one) => door !== one && door.startsWith(one.slice(0, -1)));
  const entries = new Map<string, string[]>();
  for (const [door, { '@bytewright/source': source = '' }] of Object.entries(exports)) {
    const own = wildcardOf(door) ?? door;
    entries.set(own, [...(entries.get(own) ?? []), ...matching(folder, source)]);
  }
  return [...entries].map(([door, files]) => ({
    name: posix.join(`${SCOPE}${name}`, door),
    entries: [...new Set(files)],
  }));
}

function matching(folder: string, pattern: string): readonly string[] {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return [resolve(folder, pattern)];
  const root = resolve(folder, before);
  return readdirSync(root, { recursive: true })
    .map((path) => join(root, String(path)))
    .filter((path) => path.endsWith(after) && statSync(path).isFile());
}

/** Collects all modules reachable from a door; with `static`, only those loaded with it, without an `import()`. */
export function graphOf(door: Pick<Door, 'entries'>, which: 'all' | 'static' = 'all'): DoorGraph {
  const [node, globals, packages] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const reached = new Set(door.entries);
  for (const file of reached) {
    const text = readFileSync(file, 'utf8');
    const shown = shownPath(file);
    for (const [, name = ''] of text.matchAll(GLOBALS)) globals.add(`${shown}: ${name}`);
    for (const specifier of importsIn(text, which)) {
      if (specifier.startsWith('node:')) node.add(`${shown}: ${specifier}`);
      else if (specifier.startsWith('.')) reached.add(sourceOf(join(dirname(file), specifier)));
      else if (specifier.startsWith(SCOPE))
        for (const entry of doorNamed(specifier).entries) reached.add(entry);
      else packages.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return {
    node: [...node],
    globals: [...globals],
    packages: [...packages].sort(),
    files: [...reached].map(shownPath),
  };
}

const shownPath = (file: string): string => relative(PACKAGES, file).split(sep).join('/');

const GLOBALS = /(?<![\w.'"`/$])(Buffer|process)\.\w/g;

const STATIC = /^(?:import|export)\s+(?!type\b)(?:[^'";=()]*?from\s+)?'([^']+)'/gm;

const DYNAMIC = /(?<!typeof )\bimport\('([^']+)'\)/g;

/** What a module of this repository's style imports at run time: types are imported by `import type`. */
export function importsIn(text: string, which: 'all' | 'static' = 'all'): readonly string[] {
  const patterns = which === 'all' ? [STATIC, DYNAMIC] : [STATIC];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));
}

function sourceOf(path: string): string {
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : path;
}

const known = new Map<string, readonly Door[]>();

function doorNamed(specifier: string): Door {
  const name = specifier.slice(SCOPE.length).split('/', 1)[0] ?? '';
  const doors = known.get(name) ?? doorsOf(name);
  known.set(name, doors);
  const found = doors.find((door) => door.name === specifier);
  if (found === undefined) throw new Error(`No package has the door ${specifier}`);
  return found;
}
