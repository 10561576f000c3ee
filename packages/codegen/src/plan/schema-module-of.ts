import type { NodeIR } from '@bytewright/schema-dsl/ir';
import type { ModuleConfig } from '../config/config.js';
import { outputPath, slashes } from '../config/output-path.js';
import { closestName } from '../faults/closest-name.js';
import { ConfigError } from '../faults/config-error.js';
import type { Fault } from '../faults/fault.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import type { ExportedStruct } from './exported-structs.js';
import { exportedStructs } from './exported-structs.js';
import type { LeftOutStruct, SchemaModule } from './generation-plan.js';

/**
 * What a schema module offers to the generator: its exported structs, by name, and those that decode by themselves.
 *
 * @param exports the module's namespace
 * @param output the folder of generated code, relative to the configuration
 * @throws ConfigError with all faults of its schemas; or where it exports no struct, or not one that the configuration names as a root
 */
export function schemaModuleOf(
  exports: Readonly<Record<string, unknown>>,
  entry: ModuleConfig,
  output: string,
): SchemaModule {
  const { structs, repeated, errors } = exportedStructs(exports);
  const faults: Fault[] = errors.flatMap(thrownFaults);
  if (structs.length === 0 && faults.length === 0) faults.push({ problem: withoutStructs(exports) });
  else if (errors.length === 0) faults.push(...wrongRoots(structs, entry.roots ?? []));
  if (faults.length > 0)
    throw new ConfigError(faults.map((fault) => ({ file: slashes(entry.source), ...fault })));
  const isRoot = ({ name, unbound }: ExportedStruct): boolean =>
    entry.roots?.includes(name) ?? unbound === undefined;
  const leftOut = [
    ...(entry.roots === undefined ? structs.flatMap(unboundStruct) : []),
    ...repeated.map(repetition),
  ];
  return {
    source: slashes(entry.source),
    output: outputPath(entry, output),
    isElsewhere: entry.generated !== undefined,
    roots: structs.filter(isRoot).map(({ alone }) => alone),
    exported: new Map(
      structs.map(({ name, schema }) => [name, { ...schema, root: { kind: 'struct', name } as const }]),
    ),
    declared: new Map<string, NodeIR>(structs.map(({ name, schema }) => [name, schema.root])),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
}

/** What is wrong with a module that exports no struct. */
function withoutStructs(exports: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(exports);
  const found = names.length === 0 ? 'nothing' : `only ${names.slice(0, 6).join(', ')}`;
  return `exports no struct, ${found}${names.length > 6 ? ' …' : ''}; export what struct('Name', { … }) returns`;
}

function wrongRoots(structs: readonly ExportedStruct[], roots: readonly string[]): readonly Fault[] {
  return roots.flatMap((root): Fault[] => {
    const found = structs.find(({ name }) => name === root);
    if (found !== undefined)
      return found.unbound === undefined
        ? []
        : [
            {
              path: root,
              problem: `is a root, but reads the parameter '${found.unbound}', so it cannot be decoded by itself; ${cure(found)}`,
            },
          ];
    const names = structs.map(({ name }) => name);
    const meant = closestName(root, names);
    const hint = meant === undefined ? `there are ${names.slice(0, 6).join(', ')}` : `did you mean ${meant}?`;
    return [{ problem: `exports no struct called ${root}, which roots names; ${hint}` }];
  });
}

/** What to write so that a struct decodes by itself. */
const cure = ({ as, unbound }: ExportedStruct): string =>
  `export ${as}.with(${unbound}.of(…)) in its place, or give the parameter a default`;

function unboundStruct(struct: ExportedStruct): readonly LeftOutStruct[] {
  if (struct.unbound === undefined) return [];
  const why = `its parameter '${struct.unbound}' has no value; ${cure(struct)}`;
  return [{ name: struct.name, why, unlessUsed: true }];
}

function repetition({ struct, first }: { struct: ExportedStruct; first: ExportedStruct }): LeftOutStruct {
  const why = `the struct ${first.name} is exported already, as ${first.as}, and each name stands for one; export only one of them, or make it a struct of another name`;
  return { name: struct.as, why, unlessUsed: false };
}
