import type { CatalogDevices } from '../schema/catalog-devices.js';

/** One side of a comparison: what a QEMU can save, or what a machine has saved. */
export interface CompareSide {
  readonly label: string;
  /**
   * Whether its devices are all that a QEMU knows; those of one machine, with the subsections that it happened to send, by QEMU's
   * own description; or a file without one, of which catalogs know more.
   */
  readonly kind: 'catalog' | 'capture' | 'file';
  readonly devices: CatalogDevices;
}
