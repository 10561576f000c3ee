import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ImportModule } from '@bytewright/loader';
import { withTypeScript } from '@bytewright/loader';
import type { Config, ModuleConfig } from './config.js';
import { ConfigError } from './config-error.js';
import type { SchemaModule } from './plan/generation-plan.js';
import { schemaModuleOf } from './plan/schema-module-of.js';

/** A configuration, and the schema modules that it names. */
export interface LoadedConfig {
  /** The configuration file, as an absolute path. */
  readonly path: string;
  /** Its folder, which all paths in it are relative to. */
  readonly folder: string;
  readonly config: Config;
  readonly modules: readonly SchemaModule[];
}

/**
 * Loads a configuration, and the schema modules that it names.
 *
 * @param from the current folder
 * @param file the configuration, relative to it
 * @throws ConfigError where the file is missing or is no configuration.
 */
export async function loadConfig(from: string, file = 'bytewright.config.ts'): Promise<LoadedConfig> {
  const path = resolve(from, file);
  const folder = dirname(path);
  if (!existsSync(path)) throw new ConfigError(`No ${file} in ${from}`);
  return withTypeScript(
    async (importModule) => {
      const config = asConfig((await importModule(path)).default, file);
      const modules: SchemaModule[] = [];
      for (const given of config.modules) {
        const entry = typeof given === 'string' ? { source: given } : given;
        modules.push(await loadModule(folder, entry, config.output, importModule));
      }
      return { path, folder, config, modules };
    },
    { packagesOf: import.meta.url },
  );
}

function asConfig(value: unknown, file: string): Config {
  const config = value as Partial<Config> | null | undefined;
  if (!Array.isArray(config?.modules) || typeof config.output !== 'string') {
    throw new ConfigError(`${file} has no default export made by defineConfig({ modules, output })`);
  }
  const { modules, output, snapshots, share } = config;
  if (snapshots !== undefined && typeof snapshots !== 'boolean')
    throw new ConfigError(`${file}: snapshots is true or false, not ${JSON.stringify(snapshots)}`);
  if (share !== undefined && share !== 'exported' && share !== 'equal')
    throw new ConfigError(`${file}: share is 'exported' or 'equal', not ${JSON.stringify(share)}`);
  return {
    modules,
    output,
    ...(snapshots === undefined ? {} : { snapshots }),
    ...(share === undefined ? {} : { share }),
  };
}

async function loadModule(
  folder: string,
  entry: ModuleConfig,
  output: string,
  importModule: ImportModule,
): Promise<SchemaModule> {
  const path = resolve(folder, entry.source);
  if (!existsSync(path)) throw new ConfigError(`No schema module ${entry.source} in ${folder}`);
  return schemaModuleOf(await importModule(path), entry, output);
}
