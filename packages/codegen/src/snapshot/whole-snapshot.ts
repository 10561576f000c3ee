import type { SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { ConfigError } from '../faults/config-error.js';
import type { SchemaModule } from '../plan/generation-plan.js';
import type { Snapshot } from './snapshot.js';
import { SNAPSHOT_FORMAT } from './snapshot.js';

/**
 * A snapshot of one schema module that holds all structs which its exports consist of.
 *
 * @throws ConfigError where two exports consist of different structs of one name
 */
export function wholeSnapshot(module: SchemaModule): Snapshot {
  const structs = new Map<string, StructIR>();
  const texts = new Map<string, string>();
  for (const schema of module.exported.values())
    for (const [name, struct] of Object.entries(schema.structs)) {
      const content = JSON.stringify(struct);
      if (!structs.has(name)) {
        structs.set(name, struct);
        texts.set(name, content);
      } else if (texts.get(name) !== content)
        throw new ConfigError(
          `${module.source} has two different structs called ${name}; rename one of them, or export them from two modules`,
        );
    }
  return {
    format: SNAPSHOT_FORMAT,
    source: module.source,
    exports: Object.fromEntries(
      [...module.exported].map(([name, { root }]) => [name, module.declared?.get(name) ?? root]),
    ),
    roots: module.roots.flatMap(nameOf),
    uses: {},
    structs: Object.fromEntries(structs),
  };
}

const nameOf = ({ root }: SchemaIR): readonly string[] => (root.kind === 'struct' ? [root.name] : []);
