import type { MovedModule } from '../exports/moved-module.js';
import type { LeftOutStruct } from '../plan/generation-plan.js';

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
