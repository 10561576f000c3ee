// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { DeviceState } from '../generated/qemu-10.0/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/qemu-10.0/device-state.js';
import type { Catalog } from './catalog.js';
import { CLOCK_BEFORE_INTERRUPTS } from './registration-order.js';

/** The devices of QEMU 10.0 (Debian, x86_64). */
export const qemu100: Catalog<DeviceState> & { readonly name: 'qemu-10.0' } = {
  name: 'qemu-10.0',
  title: 'QEMU 10.0 (Debian, x86_64)',
  decodedBy: 'schema',
  order: CLOCK_BEFORE_INTERRUPTS,
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/qemu-10.0/devices.js'),
};
