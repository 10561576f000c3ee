import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config, ModuleConfig } from './config.js';
import { ConfigError } from './config-error.js';
import type { ImportModule } from './load/with-type-script.js';
import { withTypeScript } from './load/with-type-script.js';
import type { SchemaModule } from './plan/generation-plan.js';
import { schemaModuleOf } from './plan/schema-module-of.js';

/**
 * Loads `bytewright.config.ts` from a folder, and the schema modules that it names. TypeScript is loaded by tsx.
 *
 * @throws ConfigError where the file is missing or is no configuration.
 */
export async function loadConfig(
  folder: string,
  file = 'bytewright.config.ts',
): Promise<{ readonly config: Config; readonly modules: readonly SchemaModule[] }> {
  const path = resolve(folder, file);
  if (!existsSync(path)) throw new ConfigError(`No ${file} in ${folder}`);
  return withTypeScript(async (importModule) => {
    const config = asConfig(defaultExport(await importModule(path)), file);
    const modules: SchemaModule[] = [];
    for (const given of config.modules) {
      const entry = typeof given === 'string' ? { source: given } : given;
      modules.push(await loadModule(folder, entry, config.output, importModule));
    }
    return { config, modules };
  });
}

function defaultExport(module: Readonly<Record<string, unknown>>): unknown {
  const found = module.default;
  // tsx hands out a CommonJS namespace where the user's package has no "type": "module"
  return typeof found === 'object' && found !== null && 'default' in found ? found.default : found;
}

function asConfig(value: unknown, file: string): Config {
  const config = value as Partial<Config> | null | undefined;
  if (!Array.isArray(config?.modules) || typeof config.output !== 'string') {
    throw new ConfigError(`${file} has no default export made by defineConfig({ modules, output })`);
  }
  const { modules, output, snapshots } = config;
  if (snapshots !== undefined && typeof snapshots !== 'boolean')
    throw new ConfigError(`${file}: snapshots is true or false, not ${JSON.stringify(snapshots)}`);
  return { modules, output, ...(snapshots === undefined ? {} : { snapshots }) };
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
