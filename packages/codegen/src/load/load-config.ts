import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { ImportModule } from '@bytewright/loader';
import { checkConfig } from '../config/check-config.js';
import type { Config } from '../config/config.js';
import { CONFIG_FILE } from '../config/config-file.js';
import { ConfigError } from '../faults/config-error.js';
import type { Fault } from '../faults/fault.js';
import { placeConfigFaults } from '../faults/place-config-faults.js';
import { placeFaults } from '../faults/place-faults.js';
import { relabelled } from '../faults/relabelled.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import type { SchemaModule } from '../plan/generation-plan.js';
import { loadModule, withUnused } from './load-module.js';
import { withAuthorsModules } from './with-authors-modules.js';

/** A configuration, and the schema modules that it names. */
export interface LoadedConfig {
  /** The configuration file, as an absolute path. */
  readonly path: string;
  /** Its folder, which all paths in it are relative to. */
  readonly folder: string;
  readonly config: Config;
  readonly modules: readonly SchemaModule[];
  /** The files that were imported, directly or not, as absolute paths; of a package in `node_modules` only those that are named. */
  readonly imported: ReadonlySet<string>;
}

/**
 * Loads a configuration, and the schema modules that it names.
 *
 * @param from the current folder; faults name files relative to it
 * @param file the configuration, relative to it
 * @throws ConfigError with all faults of the configuration and of all modules, each with its file, and with the line where it is known
 */
export async function loadConfig(from: string, file: string = CONFIG_FILE): Promise<LoadedConfig> {
  const path = resolve(from, file);
  const folder = dirname(path);
  if (!existsSync(path))
    throw new ConfigError([
      {
        file: relative(from, path),
        problem:
          'there is no such file; write export default defineConfig({ … }) in it, or name another one by --config FILE',
      },
    ]);
  let imported: ReadonlySet<string> = new Set();
  const loaded = await withAuthorsModules(
    (importModule) => loadModules(path, from, importModule),
    (files) => {
      imported = files;
    },
  );
  return { ...loaded, path, folder, imported };
}

async function loadModules(
  path: string,
  from: string,
  importModule: ImportModule,
): Promise<Pick<LoadedConfig, 'config' | 'modules'>> {
  const folder = dirname(path);
  const { config, entries, faults } = checkConfig(await defaultExport(path, from, importModule), path);
  const loaded = [];
  const found: Fault[] = [...(await placeConfigFaults(faults, path))];
  for (const entry of entries) {
    const module = resolve(folder, entry.source);
    try {
      loaded.push(await loadModule(module, entry, config.output, importModule));
    } catch (error) {
      found.push(...(await placeFaults(thrownFaults(error).map(unplaced), module)));
    }
  }
  if (found.length > 0) throw new ConfigError(relabelled(found, from));
  return { config, modules: withUnused(loaded) };
}

async function defaultExport(path: string, from: string, importModule: ImportModule): Promise<unknown> {
  try {
    return (await importModule(path)).default;
  } catch (error) {
    throw new ConfigError(relabelled(await placeFaults(thrownFaults(error), path), from), { cause: error });
  }
}

/** A fault without the file that it names: that is relative to another folder. */
function unplaced({ file: _, ...fault }: Fault): Fault {
  return fault;
}
