import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ConfigError } from '../faults/config-error.js';
import { placeFaults } from '../faults/place-faults.js';
import { relabelled } from '../faults/relabelled.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import type { SchemaModule } from '../plan/generation-plan.js';
import { loadModule, withUnused } from './load-module.js';
import { withAuthorsModules } from './with-authors-modules.js';

/**
 * Loads one schema module, outside of any configuration.
 *
 * @param path of the module, relative to the folder
 * @throws ConfigError where it is not there or exports no struct, and for all faults of its schemas
 */
export async function loadSchemaModule(folder: string, path: string): Promise<SchemaModule> {
  const full = resolve(folder, path);
  // what is printed of it says nothing of the machine
  const source = relative(folder, full);
  if (!existsSync(full)) throw new ConfigError([{ file: source, problem: 'there is no such schema module' }]);
  return withAuthorsModules(async (importModule) => {
    try {
      const loaded = await loadModule(full, { source }, '', importModule);
      return withUnused([loaded])[0] ?? loaded.module;
    } catch (error) {
      const faults = thrownFaults(error).map(({ file: _, ...fault }) => fault);
      throw new ConfigError(relabelled(await placeFaults(faults, full), folder), { cause: error });
    }
  });
}
