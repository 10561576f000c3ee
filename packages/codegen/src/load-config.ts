import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import type { Config, ModuleConfig } from './config.js';
import { ConfigError } from './config-error.js';
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
  // One scope for all, so that what several modules import is loaded once; a new one each time, so that files are read anew.
  const typeScript = register({ namespace: randomUUID() });
  const importModule: ImportModule = async (module) =>
    (await typeScript.import(pathToFileURL(module).href, import.meta.url)) as Record<string, unknown>; // a module namespace
  try {
    const config = asConfig(defaultExport(await importModule(path)), file);
    const modules: SchemaModule[] = [];
    for (const given of config.modules) {
      const entry = typeof given === 'string' ? { source: given } : given;
      modules.push(await loadModule(folder, entry, config.output, importModule));
    }
    return { config, modules };
  } finally {
    await typeScript.unregister();
  }
}

type ImportModule = (path: string) => Promise<Record<string, unknown>>;

function defaultExport(module: Record<string, unknown>): unknown {
  const found = module.default;
  // tsx hands out a CommonJS namespace where the user's package has no "type": "module"
  return typeof found === 'object' && found !== null && 'default' in found ? found.default : found;
}

function asConfig(value: unknown, file: string): Config {
  const config = value as Partial<Config> | null | undefined;
  if (!Array.isArray(config?.modules) || typeof config.output !== 'string') {
    throw new ConfigError(`${file} has no default export made by defineConfig({ modules, output })`);
  }
  return { modules: config.modules, output: config.output };
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
