import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { structsIn, virtualHeaders } from '@bytewright/schema-dsl/ir';
import type { Banner } from '../emit/banner.js';
import { emitModule } from '../emit/emit-module.js';
import { printModule } from '../emit/print-module.js';
import type { MovedModule } from '../exports/moved-module.js';
import { ConfigError } from '../faults/config-error.js';
import type { Fault } from '../faults/fault.js';
import { thrownFaults } from '../faults/thrown-faults.js';
import type { LeftOutStruct, ModulePlan, SchemaModule } from '../plan/generation-plan.js';
import type { TableLimit } from '../plan/is-tabled.js';
import { MANY_ARMS } from '../plan/is-tabled.js';
import { planGeneration } from '../plan/plan-generation.js';
import type { GenerateOptions } from './generate-options.js';

/** A module of generated code that has everything but its layout, which does not change what it means. */
export interface ModuleDraft {
  /** Relative to the configuration. */
  readonly path: string;
  readonly text: string;
  readonly banner: Banner;
}

/** The modules that are generated for a set of schema modules, and the plans they were made by. */
export interface Drafts {
  readonly plans: readonly ModulePlan[];
  readonly modules: readonly ModuleDraft[];
}

/**
 * Generates the code of a set of schema modules, without a layout.
 *
 * @throws ConfigError where code cannot be generated, with all faults of all modules; what was thrown is in each
 */
export function draftModules(
  modules: readonly SchemaModule[],
  progress: (path: string) => void = () => {},
  {
    configuration,
    leftOut = () => {},
    moved = () => {},
    tablesFrom = MANY_ARMS,
  }: GenerateOptions & Partial<TableLimit> = {},
): Drafts {
  const planned = planGeneration(modules, { tablesFrom });
  const plans = planned.filter(isWritten);
  const faults: Fault[] = [];
  const drafts = plans.flatMap((module) => {
    progress(module.output);
    try {
      const banner = {
        source: module.source,
        hash: hashOf(module),
        configuration: configurationOf(module.output, configuration),
      };
      const { code, beside } = emitModule(module);
      return [
        { path: module.output, text: printModule(code), banner },
        ...(beside === undefined ? [] : [{ path: beside.path, text: printModule(beside.code), banner }]),
      ];
    } catch (error) {
      faults.push(...thrownFaults(error).map((fault) => ({ file: module.source, ...fault })));
      return [];
    }
  });
  faults.push(...repeatedPaths(drafts));
  if (faults.length > 0) throw new ConfigError(faults, { cause: faults[0]?.error });
  for (const one of leftOutOf(modules, planned)) leftOut(one);
  for (const one of planned.flatMap(movedModule)) moved(one);
  return { plans, modules: drafts };
}

/** Modules of one path: a table beside a module, or a part of one, may be called like what another schema is generated as. */
function repeatedPaths(drafts: readonly ModuleDraft[]): readonly Fault[] {
  const sources = new Map<string, string>();
  return drafts.flatMap(({ path, banner: { source } }): readonly Fault[] => {
    const other = sources.get(path);
    sources.set(path, source);
    return other === undefined
      ? []
      : [
          {
            file: source,
            problem: `code of ${other} is generated as ${path} as well; give one of them another folder`,
          },
        ];
  });
}

/** Whether there is something to write for a module. */
function isWritten({ isElsewhere, structs }: ModulePlan): boolean {
  return !isElsewhere && structs.length > 0;
}

/** A module that would only offer what one other module of the same configuration holds. */
function movedModule({ isElsewhere, structs, offered, source, output }: ModulePlan): readonly MovedModule[] {
  const [home, ...others] = offered.keys();
  const hasMoved = !isElsewhere && structs.length === 0 && others.length === 0;
  return hasMoved && home !== undefined && !home.isElsewhere
    ? [{ source, path: output, to: home.output }]
    : [];
}

/** Exports that are in nobody's code, and modules without any. */
function leftOutOf(
  modules: readonly SchemaModule[],
  planned: readonly ModulePlan[],
): readonly (LeftOutStruct & { readonly source: string })[] {
  return planned.flatMap((plan, i) => {
    const { isElsewhere, leftOut = [], source } = modules[i] ?? {}; // they are in one order
    if (isElsewhere || source === undefined) return [];
    const isGenerated = (name: string): boolean =>
      plan.homes.get(name)?.structs.some(({ struct }) => struct.name === name) === true;
    const found = leftOut.filter(({ name, unlessUsed }) => !(unlessUsed && isGenerated(name)));
    const hasNothing = found.length === 0 && !isWritten(plan) && ![...plan.exported.keys()].some(isGenerated);
    const nothing =
      'none of its structs is a root or a part of one; name one in roots, or leave the module out';
    const homes = [...plan.offered.keys()].map(({ output }) => output).join(' and ');
    const isOffered = !isWritten(plan) && plan.offered.size > 0 && movedModule(plan).length === 0;
    const whole = [
      ...(hasNothing ? [nothing] : []),
      ...(isOffered ? [`its structs are in ${homes}; import them from there`] : []),
    ];
    return [...found, ...whole.map((why) => ({ name: 'The module', why, unlessUsed: false }))].map((one) => ({
      ...one,
      source,
    }));
  });
}

/** The configuration as a generated file names it: relative to the file, so that the whole can be moved. */
export function configurationOf(path: string, configuration: string | undefined): string | undefined {
  if (configuration === undefined) return undefined;
  const folder = dirname(join(dirname(configuration), path));
  return relative(folder, configuration).replace(/\\/g, '/');
}

/** The hash of all that the generated text depends on: the module's structs, and where those they use are generated. */
function hashOf(module: ModulePlan): string {
  const structs = module.structs.map(({ struct, isRoot, isShared, functions, searched }) => [
    struct,
    isRoot,
    isShared,
    [...functions].sort(),
    ...(searched === undefined ? [] : [searched]),
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
  return createHash('sha256')
    .update(JSON.stringify([structs, homes, [...module.arms], module.extended?.module.output]))
    .digest('hex');
}
