import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import type { ParameterIR } from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import { tsImport } from 'tsx/esm/api';
import type { Config, ModuleConfig } from './config.js';
import type { SchemaModule } from './plan/generation-plan.js';

/** A fault in the configuration or in what it names: nothing was generated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

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

/** Whether a root can do without being given the parameter. */
const isPreset = (parameter: ParameterIR): boolean => parameter.default !== undefined;

async function loadModule(folder: string, entry: ModuleConfig, output: string): Promise<SchemaModule> {
  const path = resolve(folder, entry.source);
  if (!existsSync(path)) throw new ConfigError(`No schema module ${entry.source} in ${folder}`);
  const exported = new Map<string, ReturnType<typeof irOf>>();
  for (const value of Object.values(await importModule(path))) {
    if (!isNode(value) || !isStruct(value)) continue;
    const ir = irOf(value, { allowParameters: true });
    if (ir.root.kind === 'struct' && !exported.has(ir.root.name)) exported.set(ir.root.name, ir);
  }
  if (exported.size === 0) throw new ConfigError(`${entry.source} exports no struct`);
  const roots = [...exported.values()].filter((ir) => {
    if (ir.root.kind !== 'struct') return false;
    if (entry.roots !== undefined) return entry.roots.includes(ir.root.name);
    return ir.structs[ir.root.name]?.parameters.every(isPreset) ?? false;
  });
  for (const name of entry.roots ?? []) {
    const ir = exported.get(name);
    if (ir === undefined) throw new ConfigError(`${entry.source} exports no struct called ${name}`);
    const parameter = ir.structs[name]?.parameters.find((one) => !isPreset(one));
    if (parameter !== undefined)
      throw new ConfigError(
        `${entry.source}: ${name} reads the parameter '${parameter.name}', so it cannot be decoded by itself`,
      );
  }
  return {
    source: slashes(entry.source),
    output: `${slashes(output)}/${basename(entry.source)}`,
    roots,
    exported,
  };
}

function isStruct(node: Node<unknown>): boolean {
  return node.definition.kind === 'struct';
}

const slashes = (path: string): string => path.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/$/, '');
