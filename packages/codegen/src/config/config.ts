import type { PublicPaths } from '../exports/exact-entries.js';

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
   * Public paths of the package that the code is in: wildcards of `exports` in its package.json, and the generated modules that
   * each stands for, relative to `output` and without an ending. A module of which another one holds everything is not written;
   * for its public path an exact entry is kept up to date that leads to the other one.
   *
   * @example
   * // "./v2/*": { "types": "./dist/generated/v2/*.d.ts", "default": "./dist/generated/v2/*.js" } in package.json
   * exports: { './v2/*': 'v2/*' }
   */
  readonly exports?: PublicPaths;
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
