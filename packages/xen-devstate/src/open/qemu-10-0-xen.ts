// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { DeviceState } from '../generated/qemu-10.0-xen/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/qemu-10.0-xen/device-state.js';
import type { Catalog } from './catalog.js';
import { CLOCK_BEFORE_INTERRUPTS } from './registration-order.js';

/** The devices of QEMU 10.0 (Debian, Xen's i386). */
export const qemu100Xen: Catalog<DeviceState> & { readonly name: 'qemu-10.0-xen' } = {
  name: 'qemu-10.0-xen',
  title: "QEMU 10.0 (Debian, Xen's i386)",
  decodedBy: 'schema',
  order: CLOCK_BEFORE_INTERRUPTS,
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/qemu-10.0-xen/devices.js'),
};
