import type { Catalog } from '../open/catalog.js';
import type { OpenedFile } from '../open/opened-file.js';

/** Where a file is to be loaded, as far as somebody says. */
export interface Target {
  /** What messages call it. */
  readonly label: string;
  /** What that QEMU knows. */
  readonly catalog: Catalog | undefined;
  /** A file that was saved there, by the machine that is to load this one, started in just the same way. */
  readonly capture: OpenedFile | undefined;
  /** Facts of the machine, by their names in the catalogs. */
  readonly facts: Readonly<Record<string, boolean>>;
  /** Whether it expects footers; `undefined` if nobody says. */
  readonly footers: boolean | undefined;
}
