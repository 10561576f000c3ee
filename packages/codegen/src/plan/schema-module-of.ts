import { basename } from 'node:path';
import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import type { ParameterIR } from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import type { ModuleConfig } from '../config.js';
import { ConfigError } from '../config-error.js';
import type { SchemaModule } from './generation-plan.js';

/** Whether a root can do without being given the parameter. */
const isPreset = (parameter: ParameterIR): boolean => parameter.default !== undefined;

/**
 * What a schema module offers to the generator: its exported structs, by name, and those that decode by themselves.
 *
 * @param exports the module's namespace
 * @param output the folder of generated code, relative to the configuration
 * @throws ConfigError where it exports no struct, or not one that the configuration names as a root.
 */
export function schemaModuleOf(
  exports: Readonly<Record<string, unknown>>,
  entry: ModuleConfig,
  output: string,
): SchemaModule {
  const exported = new Map<string, ReturnType<typeof irOf>>();
  for (const value of Object.values(exports)) {
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
