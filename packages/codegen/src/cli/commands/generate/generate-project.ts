import { relative, resolve } from 'node:path';
import { slashes } from '../../../config/output-path.js';
import type { MovedModule } from '../../../exports/moved-module.js';
import type { ManifestUpdate } from '../../../exports/package-manifest.js';
import { findManifest, updateManifest } from '../../../exports/package-manifest.js';
import { ConfigError } from '../../../faults/config-error.js';
import { placeFaults } from '../../../faults/place-faults.js';
import { relabelled } from '../../../faults/relabelled.js';
import type { GeneratedFile } from '../../../files/generated-file.js';
import { generateModules } from '../../../generate/generate-modules.js';
import type { LoadedConfig } from '../../../load/load-config.js';
import { loadConfig } from '../../../load/load-config.js';
import type { NotingSession } from './noting-session.js';

/** A loaded configuration, and what is generated for it. */
export interface GeneratedProject extends LoadedConfig {
  readonly files: readonly GeneratedFile[];
  /** What the package.json has to say, where the configuration has public paths. */
  readonly manifest: ManifestUpdate | undefined;
  /** A path of the configuration as the user sees it: relative to the current folder. */
  readonly shown: (path: string) => string;
}

/**
 * Generates for a configuration, in memory, and says what is left out.
 *
 * @param onModule called before each module, with its path and how many there are
 * @throws ConfigError with all faults of all modules
 */
export async function generateProject(
  { host, note }: NotingSession,
  file: string | undefined,
  onModule: (path: string, count: number) => void = () => {},
): Promise<GeneratedProject> {
  const loaded = await loadConfig(host.folder, file);
  const { path: configuration, folder, config, modules } = loaded;
  const shown = (path: string): string => relative(host.folder, resolve(folder, path)).replace(/\\/g, '/');
  const allMoved: MovedModule[] = [];
  const tellMoved = (one: MovedModule): void => {
    allMoved.push(one);
    const isListedOnce = modules.filter(({ source }) => source === one.source).length === 1;
    if (config.exports === undefined && isListedOnce)
      note(`${shown(one.source)}: all that it exports is in ${shown(one.to)}; import it from there`);
  };
  try {
    const files = await generateModules(modules, (path) => onModule(path, modules.length), {
      snapshots: true,
      ...config,
      configuration,
      leftOut: ({ source, name, why }) => note(`${shown(source)}: ${name} is not generated: ${why}`),
      moved: tellMoved,
    });
    const { exports: paths, output } = config;
    const found = paths === undefined ? undefined : findManifest(folder);
    const manifest =
      paths === undefined || found === undefined
        ? undefined
        : updateManifest(found, paths, allMoved, slashes(output));
    return { ...loaded, files, manifest, shown };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const placed = await Promise.all(
      error.faults.map(({ file: source = '', ...fault }) => placeFaults([fault], resolve(folder, source))),
    );
    throw new ConfigError(relabelled(placed.flat(), host.folder), { cause: error });
  }
}
