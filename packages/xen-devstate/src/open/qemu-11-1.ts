// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { DeviceState } from '../generated/qemu-11.1/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/qemu-11.1/device-state.js';
import type { Catalog } from './catalog.js';
import { APIC_FIRST } from './registration-order.js';

/** The devices of QEMU 11.1 (Debian, x86_64). */
export const qemu111: Catalog<DeviceState> & { readonly name: 'qemu-11.1' } = {
  name: 'qemu-11.1',
  title: 'QEMU 11.1 (Debian, x86_64)',
  decodedBy: 'schema',
  order: APIC_FIRST,
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/qemu-11.1/devices.js'),
};
