// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { DeviceState } from '../generated/qemu-11.1-xen/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/qemu-11.1-xen/device-state.js';
import type { Catalog } from './catalog.js';
import { APIC_FIRST } from './registration-order.js';

/** The devices of QEMU 11.1 (Debian, Xen's i386). */
export const qemu111Xen: Catalog<DeviceState> & { readonly name: 'qemu-11.1-xen' } = {
  name: 'qemu-11.1-xen',
  title: "QEMU 11.1 (Debian, Xen's i386)",
  decodedBy: 'schema',
  order: APIC_FIRST,
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/qemu-11.1-xen/devices.js'),
};
