import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { CACHE } from './checked-out.js';
import type { GeneratedModule } from './generated-modules.js';

/** The exports of modules, by module name. */
export type Namespaces = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

interface BundleOptions {
  /** Whether the tree never changes, so that the next run can use the same bundle. */
  readonly keep: boolean;
}

/** Loads a tree's generated code with the tree's own runtime, separately from what Node has loaded from the other tree. */
export async function bundled(
  root: string,
  modules: readonly GeneratedModule[],
  { keep }: BundleOptions,
): Promise<Namespaces> {
  const contents = modules
    .map(({ specifier }, i) => `export * as m${i} from ${JSON.stringify(specifier)};\n`)
    .join('');
  const key = createHash('sha256').update(root).update(contents).digest('hex').slice(0, 16);
  mkdirSync(CACHE, { recursive: true });
  const outfile = join(CACHE, keep ? `${key}.mjs` : `${key}-${process.pid}.mjs`);
  if (!keep || !existsSync(outfile))
    await build({
      stdin: { contents, resolveDir: join(root, 'packages', 'xen-devstate'), loader: 'js' },
      ...{ bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'silent' },
      conditions: ['@bytewright/source'],
    });
  try {
    const loaded = (await import(pathToFileURL(outfile).href)) as Record<string, Record<string, unknown>>; // written above
    return new Map(modules.map(({ name }, i) => [name, loaded[`m${i}`] ?? {}]));
  } finally {
    if (!keep) rmSync(outfile, { force: true });
  }
}
