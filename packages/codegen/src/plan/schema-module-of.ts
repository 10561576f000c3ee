import { basename } from 'node:path';
import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import type { NodeIR, ParameterIR, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
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
  const exported = new Map<string, SchemaIR>();
  const alone = new Map<string, SchemaIR>();
  const declared = new Map<string, NodeIR>();
  for (const value of Object.values(exports)) {
    const found = isNode(value) ? exportedStruct(value) : undefined;
    if (found === undefined || exported.has(found.name)) continue;
    exported.set(found.name, found.ir);
    declared.set(found.name, found.declared);
    alone.set(found.name, found.alone);
  }
  if (exported.size === 0) throw new ConfigError(`${entry.source} exports no struct`);
  const roots = [...alone].flatMap(([name, ir]) => {
    const isRoot = entry.roots?.includes(name) ?? ir.structs[name]?.parameters.every(isPreset);
    return isRoot ? [ir] : [];
  });
  for (const name of entry.roots ?? []) {
    const ir = alone.get(name);
    if (ir === undefined) throw new ConfigError(`${entry.source} exports no struct called ${name}`);
    const parameter = ir.structs[name]?.parameters.find((one) => !isPreset(one));
    if (parameter !== undefined)
      throw new ConfigError(
        `${entry.source}: ${name} reads the parameter '${parameter.name}', so it cannot be decoded by itself`,
      );
  }
  return {
    source: slashes(entry.source),
    output:
      entry.generated ??
      [output, entry.folder ?? '', basename(entry.source)].map(slashes).filter(Boolean).join('/'),
    isElsewhere: entry.generated !== undefined,
    roots,
    exported,
    declared,
  };
}

/** A struct that is exported, also with parameters bound to constants. */
interface ExportedStruct {
  readonly name: string;
  readonly ir: SchemaIR;
  /** How it is exported: with what is bound. */
  readonly declared: NodeIR;
  /** The same with what is bound as the parameters' defaults, which hold where it is decoded by itself. */
  readonly alone: SchemaIR;
}

function exportedStruct(node: Node<unknown>): ExportedStruct | undefined {
  const { kind } = node.definition;
  if (kind !== 'struct' && kind !== 'bind') return undefined;
  const ir = irOf(node, { allowParameters: true });
  const bound = ir.root.kind === 'bind' ? ir.root : { node: ir.root, bindings: [] };
  if (bound.node.kind !== 'struct') return undefined;
  const { name } = bound.node;
  const struct = ir.structs[name] as StructIR; // a representation is whole
  const presets = new Map(bound.bindings.map(({ parameter, value }) => [parameter, value]));
  const parameters = struct.parameters.map((parameter) => {
    const value = presets.get(parameter.name);
    return value?.op === 'constant' ? { ...parameter, default: value.value } : parameter;
  });
  const root = { kind: 'struct', name } as const;
  return {
    name,
    ir: { ...ir, root },
    declared: ir.root,
    alone: { ...ir, root, structs: { ...ir.structs, [name]: { ...struct, parameters } } },
  };
}

const slashes = (path: string): string => path.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/$/, '');
