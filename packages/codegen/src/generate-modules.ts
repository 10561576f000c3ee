import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { structsIn, virtualHeaders } from '@bytewright/schema-dsl/ir';
import { emitModule } from './emit/emit-module.js';
import { printModule } from './emit/print-module.js';
import type { ModulePlan, SchemaModule, Sharing } from './plan/generation-plan.js';
import { planGeneration } from './plan/plan-generation.js';
import { printSnapshot } from './snapshot/print-snapshot.js';
import { snapshotsOf } from './snapshot/snapshots-of.js';

/** A generated file: its path relative to the configuration, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What is generated beside the code. */
export interface GenerateOptions {
  /** Whether the representation of each module is saved beside its code; not, if not given. */
  readonly snapshots?: boolean;
  /** Which structs modules have in common; those that one exports, if not given. */
  readonly share?: Sharing;
  /**
   * Path of the configuration file, to whose folder all other paths are relative. Each generated file names it, so that `writeFiles`
   * knows later whose the file is; nobody's, if not given.
   */
  readonly configuration?: string;
}

/**
 * Generates the codec modules of a set of schema modules. The same schemas give the same text, byte for byte.
 *
 * @throws SchemaError or TypeError where a schema cannot be compiled.
 */
export function generateModules(
  modules: readonly SchemaModule[],
  progress: (path: string) => void = () => {},
  { snapshots = false, share, configuration }: GenerateOptions = {},
): readonly GeneratedFile[] {
  const plans = planGeneration(modules, share)
    .filter(({ isElsewhere }) => !isElsewhere)
    .filter((module) => module.structs.length > 0 || module.offered.size > 0);
  const codecs = plans.map((module) => {
    progress(module.output);
    return {
      path: module.output,
      text: printModule(emitModule(module), {
        source: module.source,
        hash: hashOf(module),
        configuration: configurationOf(module.output, configuration),
      }),
    };
  });
  const saved = snapshots ? snapshotsOf(plans) : [];
  return [
    ...codecs,
    ...saved.map(({ path, snapshot: { format, source, ...rest } }) => {
      const owner = configurationOf(path, configuration);
      const owned = owner === undefined ? {} : { configuration: owner };
      return { path, text: printSnapshot({ format, source, ...owned, ...rest }) };
    }),
  ];
}

/** The configuration as a generated file names it: relative to the file, so that the whole can be moved. */
function configurationOf(path: string, configuration: string | undefined): string | undefined {
  if (configuration === undefined) return undefined;
  const folder = dirname(join(dirname(configuration), path));
  return relative(folder, configuration).replace(/\\/g, '/');
}

/** The hash of all that the generated text depends on: the module's structs, and where those they use are generated. */
function hashOf(module: ModulePlan): string {
  const structs = module.structs.map(({ struct, isRoot, isShared, functions }) => [
    struct,
    isRoot,
    isShared,
    [...functions].sort(),
  ]);
  const used = new Set(
    module.structs.flatMap(({ struct }) => [
      ...struct.fields.flatMap((field) => structsIn(field.node)),
      ...virtualHeaders(struct).map((header) => header.struct),
    ]),
  );
  const homes = [...used].map((name) => [
    name,
    module.homes.get(name)?.output,
    module.definitions[name]?.parameters,
  ]);
  const offered = [...module.offered].map(([home, names]) => [home.output, names]);
  return createHash('sha256')
    .update(JSON.stringify(offered.length === 0 ? [structs, homes] : [structs, homes, offered]))
    .digest('hex');
}
