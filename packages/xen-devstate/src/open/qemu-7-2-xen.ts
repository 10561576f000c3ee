import type { DeviceState } from '../generated/qemu-7.2-xen/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/qemu-7.2-xen/device-state.js';
import type { Catalog } from './catalog.js';

/** The devices of QEMU 7.2 (Debian, Xen's i386). */
export const qemu72Xen: Catalog<DeviceState> & { readonly name: 'qemu-7.2-xen' } = {
  name: 'qemu-7.2-xen',
  title: "QEMU 7.2 (Debian, Xen's i386)",
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/qemu-7.2-xen/devices.js'),
};
