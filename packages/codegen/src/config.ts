import type { Sharing } from './plan/generation-plan.js';

/** One schema module and what to generate from it. */
export interface ModuleConfig {
  /** Path of the schema module, relative to the configuration file. */
  readonly source: string;
  /**
   * Exported structs that get `decodeX`, `encodeX` and `sizeOfX`; the others are generated as far as these need
   * them. All exported structs that need no parameters, if not given.
   */
  readonly roots?: readonly string[];
  /** Folder for the generated module, within that of the configuration: for sources of one name in several folders. */
  readonly folder?: string;
  /**
   * Where code for the module has been generated already, such as `@bytewright/xen-devstate/generated/footer`: nothing is
   * written for it here, and what uses its structs imports them from there.
   */
  readonly generated?: string;
}

/** What `bytewright.config.ts` exports. */
export interface Config {
  /** Schema modules, as paths or with options. */
  readonly modules: readonly (string | ModuleConfig)[];
  /** Folder for the generated modules, relative to the configuration file. */
  readonly output: string;
  /**
   * Whether the representation of each module is saved beside its code, as `NAME.ir.json`: so that a change of the schema can be
   * read in a pull request, and compared with `bytewright diff`. They are, if not given.
   */
  readonly snapshots?: boolean;
  /**
   * Which structs modules have in common: those that one of them exports (`'exported'`, if not given), so that each module
   * has code of its own for what it keeps to itself; or also those that are equal down to the last field (`'equal'`), so
   * that there is less code, in modules that import one another.
   */
  readonly share?: Sharing;
}

/**
 * States a configuration with its type.
 *
 * @example
 * // bytewright.config.ts
 * export default defineConfig({ modules: ['src/schema/message.ts'], output: 'src/generated' });
 */
export function defineConfig(config: Config): Config {
  return config;
}
