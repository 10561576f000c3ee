import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';
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
  const config = asConfig(defaultExport(await importModule(path)), file);
  const modules: SchemaModule[] = [];
  for (const entry of config.modules) {
    modules.push(
      await loadModule(folder, typeof entry === 'string' ? { source: entry } : entry, config.output),
    );
  }
  return { config, modules };
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  return (await tsImport(pathToFileURL(path).href, import.meta.url)) as Record<string, unknown>; // a module namespace
}

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

async function loadModule(folder: string, entry: ModuleConfig, output: string): Promise<SchemaModule> {
  const path = resolve(folder, entry.source);
  if (!existsSync(path)) throw new ConfigError(`No schema module ${entry.source} in ${folder}`);
  return schemaModuleOf(await importModule(path), entry, output);
}
