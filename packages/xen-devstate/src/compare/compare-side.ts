import type { CatalogDevices } from '../schema/catalog-devices.js';

/** One side of a comparison: what a QEMU can save, or what a machine has saved. */
export interface CompareSide {
  readonly label: string;
  /** Whether its devices are all that a QEMU knows, or those of one machine, with the subsections that it happened to send. */
  readonly kind: 'catalog' | 'capture';
  readonly devices: CatalogDevices;
}
