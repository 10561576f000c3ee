// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { CatalogName } from './catalogs.js';

/** What each catalog builds on: its own modules come last, as what they share is in the others. */
export const CATALOG_BASES: { readonly [N in CatalogName]: readonly CatalogName[] } = {
  'qemu-11.1': ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0', 'qemu-11.1'],
  'qemu-10.0': ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0'],
  'qemu-7.2': ['qemu-7.2'],
  'qemu-11.1-xen': ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0', 'qemu-11.1', 'qemu-11.1-xen'],
  'qemu-10.0-xen': ['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0', 'qemu-10.0-xen'],
  'qemu-7.2-xen': ['qemu-7.2', 'qemu-7.2-xen'],
};
