import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { GenerationCache } from '../../../cache/generation-cache.js';
import { findManifest } from '../../../exports/package-manifest.js';
import type { GeneratedProject } from './generate-project.js';
import type { NotingSession } from './noting-session.js';

/** Notes that what is generated for a project is up to date. */
export function keepOutcome(
  cache: GenerationCache | undefined,
  { path: configuration, folder, config, imported, files, manifest }: GeneratedProject,
  { notes, start }: NotingSession,
): void {
  // nobody knows what was imported (Bun), or which version of it: it has been edited meanwhile
  if (imported.size === 0 || [...imported].some((path) => Math.floor(changedAt(path)) > start)) return;
  const packages = [...imported]
    .filter((path) => path.includes(`${sep}node_modules${sep}`))
    .flatMap((path) => findManifest(path)?.path ?? []);
  const modules = files.filter(({ path }) => path.endsWith('.ts')).length;
  cache?.keep(
    { files: files.length, modules, hasManifest: manifest !== undefined, notes },
    {
      files: [
        configuration,
        ...imported,
        ...packages,
        ...files.map(({ path }) => resolve(folder, path)),
        ...(manifest === undefined ? [] : [manifest.path]),
      ],
      output: resolve(folder, config.output),
    },
  );
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}
