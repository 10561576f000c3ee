import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { withTypeScript } from '@bytewright/loader';
import { ConfigError } from '../config-error.js';
import type { SchemaModule } from '../plan/generation-plan.js';
import { schemaModuleOf } from '../plan/schema-module-of.js';

/**
 * Loads one schema module, outside of any configuration.
 *
 * @param path of the module, relative to the folder
 * @throws ConfigError where it is not there or exports no struct
 */
export async function loadSchemaModule(folder: string, path: string): Promise<SchemaModule> {
  const full = resolve(folder, path);
  if (!existsSync(full)) throw new ConfigError(`No schema module ${path} in ${folder}`);
  // what is printed of it says nothing of the machine
  const source = relative(folder, full);
  return withTypeScript(async (importModule) => schemaModuleOf(await importModule(full), { source }, ''), {
    packagesOf: import.meta.url,
  });
}
