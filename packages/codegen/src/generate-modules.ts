import { configurationOf, draftModules } from './draft-modules.js';
import { formatModule } from './emit/format-module.js';
import type { MovedModule } from './exports/moved-module.js';
import { withBanner } from './files/banner.js';
import type { LeftOutStruct, SchemaModule } from './plan/generation-plan.js';
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
  /**
   * Path of the configuration file, to whose folder all other paths are relative. Each generated file names it, so that `writeFiles`
   * knows later whose the file is; nobody's, if not given.
   */
  readonly configuration?: string;
  /** Is told each export that no code is generated for although nobody asked to leave it out. */
  readonly leftOut?: (left: LeftOutStruct & { readonly source: string }) => void;
  /** Is told each module that is not written, as another one holds all that it would offer. */
  readonly moved?: (moved: MovedModule) => void;
}

/**
 * Generates the codec modules of a set of schema modules. The same schemas give the same text, byte for byte.
 *
 * @throws ConfigError where code cannot be generated, with all faults of all modules; what was thrown is in each
 */
export async function generateModules(
  modules: readonly SchemaModule[],
  progress: (path: string) => void = () => {},
  options: GenerateOptions = {},
): Promise<readonly GeneratedFile[]> {
  const { plans, modules: drafts } = draftModules(modules, progress, options);
  const codecs = await Promise.all(
    drafts.map(async ({ path, text, banner }) => ({
      path,
      text: withBanner(banner, await formatModule(text)),
    })),
  );
  const saved = options.snapshots === true ? snapshotsOf(plans) : [];
  return [
    ...codecs,
    ...saved.map(({ path, snapshot: { format, source, ...rest } }) => {
      const owner = configurationOf(path, options.configuration);
      const owned = owner === undefined ? {} : { configuration: owner };
      return { path, text: printSnapshot({ format, source, ...owned, ...rest }) };
    }),
  ];
}
