import type { Config } from './config.js';
import type { GeneratedFile } from './generate-modules.js';
import { generateModules } from './generate-modules.js';
import type { SchemaModule } from './plan/generation-plan.js';
import { snapshotModules } from './snapshot/module-snapshots.js';

/**
 * All files of a set of schema modules: the codecs, and beside each the representation that it is made from, unless the
 * configuration leaves those out.
 *
 * @throws SchemaError or TypeError where a schema cannot be compiled.
 */
export function generateFiles(
  { snapshots }: Pick<Config, 'snapshots'>,
  modules: readonly SchemaModule[],
  progress?: (path: string) => void,
): readonly GeneratedFile[] {
  return [...generateModules(modules, progress), ...(snapshots === false ? [] : snapshotModules(modules))];
}
