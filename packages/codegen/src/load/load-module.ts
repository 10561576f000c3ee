import type { ImportModule } from '@bytewright/loader';
import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import type { ModuleConfig } from '../config/config.js';
import { exportedStructs } from '../plan/exported-structs.js';
import type { SchemaModule } from '../plan/generation-plan.js';
import { schemaModuleOf } from '../plan/schema-module-of.js';
import type { OtherExport } from './unused-exports.js';
import { unusedExports } from './unused-exports.js';

/** A schema module, and what it exports. */
export interface LoadedModule {
  readonly module: SchemaModule;
  readonly structs: readonly Node<unknown>[];
  readonly others: readonly OtherExport[];
}

/**
 * Imports a schema module and reads its exports.
 *
 * @param path absolute
 * @param output the folder of generated code, relative to the configuration
 * @throws whatever importing throws; ConfigError for faults of its schemas
 */
export async function loadModule(
  path: string,
  entry: ModuleConfig,
  output: string,
  importModule: ImportModule,
): Promise<LoadedModule> {
  const exports = await importModule(path);
  const module = schemaModuleOf(exports, entry, output);
  const { others } = exportedStructs(exports);
  const known = new Set<unknown>(others.values());
  return {
    module,
    structs: Object.values(exports).filter((value) => isNode(value) && !known.has(value)) as Node<unknown>[], // isNode says so
    others: [...others].map(([name, node]) => ({ source: module.source, name, node })),
  };
}

/** The modules, each with its exports that are not structs and no part of one among what is left out. */
export function withUnused(loaded: readonly LoadedModule[]): readonly SchemaModule[] {
  const unused = unusedExports(
    loaded.flatMap(({ others }) => others),
    loaded.flatMap(({ structs }) => structs),
  );
  return loaded.map(({ module }) => {
    const own = unused.filter(({ source }) => source === module.source);
    if (own.length === 0 || module.isElsewhere) return module;
    const left = own.map(({ name, node }) => ({
      name,
      why: `it is a ${node.definition.kind}, and only structs stand by themselves; make it a field of one`,
      unlessUsed: false,
    }));
    return { ...module, leftOut: [...(module.leftOut ?? []), ...left] };
  });
}
