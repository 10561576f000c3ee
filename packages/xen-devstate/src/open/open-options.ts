import type { DecodeOptions } from '@bytewright/runtime';
import type { Layout } from '../vmdescription/layout.js';
import type { Catalog } from './catalog.js';
import type { CatalogName } from './catalogs.js';

/** Options for opening a file with this package's catalogs. */
export interface NamedOpenOptions extends DecodeOptions {
  /** The catalogs to try, in order; by default all of this package's, the newest first. */
  readonly catalogs?: readonly CatalogName[] | undefined;
  readonly layout?: undefined;
}

/** Options for opening a file, including catalogs that are only known at run time. */
export interface OpenOptions extends DecodeOptions {
  /** The catalogs to try, in order; this package's by name, others as returned by `catalogOf`. */
  readonly catalogs?: readonly (CatalogName | Catalog)[] | undefined;
  /** A description of this machine's payloads. It is tried first, and alone if no catalogs are given. */
  readonly layout?: Layout | undefined;
}
