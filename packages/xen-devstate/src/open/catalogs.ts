// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { DeviceState as DeviceState72 } from '../generated/qemu-7.2/device-state.js';
import type { DeviceState as DeviceState72Xen } from '../generated/qemu-7.2-xen/device-state.js';
import type { DeviceState as DeviceState100 } from '../generated/qemu-10.0/device-state.js';
import type { DeviceState as DeviceState100Xen } from '../generated/qemu-10.0-xen/device-state.js';
import type { DeviceState as DeviceState111 } from '../generated/qemu-11.1/device-state.js';
import type { DeviceState as DeviceState111Xen } from '../generated/qemu-11.1-xen/device-state.js';
import type { Catalog } from './catalog.js';
import { qemu72 } from './qemu-7-2.js';
import { qemu72Xen } from './qemu-7-2-xen.js';
import { qemu100 } from './qemu-10-0.js';
import { qemu100Xen } from './qemu-10-0-xen.js';
import { qemu111 } from './qemu-11-1.js';
import { qemu111Xen } from './qemu-11-1-xen.js';

/** The value of a file by the catalog that reads it. */
export interface DeviceStates {
  'qemu-11.1': DeviceState111;
  'qemu-10.0': DeviceState100;
  'qemu-7.2': DeviceState72;
  'qemu-11.1-xen': DeviceState111Xen;
  'qemu-10.0-xen': DeviceState100Xen;
  'qemu-7.2-xen': DeviceState72Xen;
}

/** The names of this package's catalogs. */
export type CatalogName = keyof DeviceStates;

/** This package's catalogs, in the order in which they are tried: a file that several read alike is the newest one's. */
export const CATALOGS: { readonly [N in CatalogName]: Catalog<DeviceStates[N]> } = {
  'qemu-11.1': qemu111,
  'qemu-10.0': qemu100,
  'qemu-7.2': qemu72,
  'qemu-11.1-xen': qemu111Xen,
  'qemu-10.0-xen': qemu100Xen,
  'qemu-7.2-xen': qemu72Xen,
};

/** Their names, in that order. */
export const CATALOG_NAMES = [
  'qemu-11.1',
  'qemu-10.0',
  'qemu-7.2',
  'qemu-11.1-xen',
  'qemu-10.0-xen',
  'qemu-7.2-xen',
] as const;
