import type { DecodeOptions } from '@bytewright/runtime';
import type { Layout } from '../vmdescription/layout.js';
import type { Catalog } from './catalog.js';
import type { CatalogName } from './catalogs.js';

/** How a file is opened by this package's catalogs. */
export interface NamedOpenOptions extends DecodeOptions {
  /** The catalogs to try, in order; all of this package's, the newest one first, if not given. */
  readonly catalogs?: readonly CatalogName[] | undefined;
  readonly layout?: undefined;
}

/** How a file is opened, also by catalogs that are only known at run time. */
export interface OpenOptions extends DecodeOptions {
  /** The catalogs to try, in order; this package's by their names, others as `catalogOf` gives them. */
  readonly catalogs?: readonly (CatalogName | Catalog)[] | undefined;
  /** What describes the payloads of this very machine. It is tried first, and alone if no catalogs are given. */
  readonly layout?: Layout | undefined;
}
