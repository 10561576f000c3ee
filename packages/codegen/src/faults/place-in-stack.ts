import { existsSync, readFileSync } from 'node:fs';
import { findSourceMap } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourcePlace } from './source-place.js';

/** A line of a stack: the function, and where. */
const FRAME = /^\s+at (?:async )?(?:(?:new )?(.+?) \()?(.+?):(\d+):(\d+)\)?$/;

/**
 * Functions that start what no module of the author's called: `irOf` compiles a schema, whose error names its place, and the others are
 * called by a command, or by a program that is not at fault.
 */
const STARTS: ReadonlySet<string> = new Set(['irOf', 'loadConfig', 'generateModules']);

/** What tells the runs of the loader apart, behind the address of a module. */
const STAMP = /\?bytewright-run=[\w-]*$/;

/** The packages whose functions a schema calls: what they throw is the fault of who called them. */
const OWN: ReadonlySet<unknown> = new Set(
  ['runtime', 'schema-dsl', 'codegen', 'loader', 'cli'].map((name) => `@bytewright/${name}`),
);

/**
 * Where in the author's own modules something was thrown, or a function was called that threw it. Stacks name lines of the TypeScript
 * sources, as the loader gives each module its source map.
 */
export function placeInStack(error: unknown): SourcePlace | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined;
  // what a function of the author's threw, which the language told with the place in the schema
  const ofCause = placeInStack(error.cause);
  if (ofCause !== undefined) return ofCause;
  for (const text of error.stack.split('\n')) {
    const [, called, address, line, column] = FRAME.exec(text) ?? [];
    if (called !== undefined && STARTS.has(called)) return undefined;
    const file = address === undefined ? undefined : pathOf(address);
    if (file !== undefined && isOfTheAuthor(file))
      return inSource(address ?? '', { file, line: Number(line), column: Number(column) });
  }
  return undefined;
}

/** A place in what a module was compiled to, in its source. Where stacks name sources already, their addresses have no stamp. */
function inSource(address: string, place: SourcePlace & { readonly column: number }): SourcePlace {
  if (!STAMP.test(address)) return place;
  const found = findSourceMap(address)?.findEntry(place.line - 1, place.column - 1);
  return found !== undefined && 'originalLine' in found
    ? { ...place, line: found.originalLine + 1, column: found.originalColumn + 1 }
    : { file: place.file, line: place.line };
}

/** The path that an address in a stack or in a message means: without what tells the runs of the loader apart. */
export function pathOf(address: string): string | undefined {
  const plain = address.replace(STAMP, '');
  if (plain.startsWith('file:')) return fileURLToPath(plain);
  return /^(?:\/|[A-Za-z]:[\\/])/.test(plain) ? plain : undefined;
}

function isOfTheAuthor(file: string): boolean {
  if (/[\\/]node_modules[\\/]/.test(file) || !existsSync(file)) return false;
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    return !(OWN.has(nameIn(manifest)) && /^(?:src|dist)[\\/]/.test(relative(folder, file)));
  }
  return true;
}

function nameIn(manifest: string): unknown {
  try {
    const data: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    return typeof data === 'object' && data !== null && 'name' in data ? data.name : undefined;
  } catch {
    return undefined;
  }
}
