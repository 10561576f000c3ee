// Printed by scripts/list-catalogs.mjs from catalogs.json. Edit that instead.
import type { DeviceState } from '../generated/qemu-7.2/device-state.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  sizeOfDeviceState,
} from '../generated/qemu-7.2/device-state.js';
import type { Catalog } from './catalog.js';
import { INTERRUPTS_BEFORE_CLOCK } from './registration-order.js';

/** The devices of QEMU 7.2 (Debian, x86_64). */
export const qemu72: Catalog<DeviceState> & { readonly name: 'qemu-7.2' } = {
  name: 'qemu-7.2',
  title: 'QEMU 7.2 (Debian, x86_64)',
  decodedBy: 'schema',
  order: INTERRUPTS_BEFORE_CLOCK,
  decode: decodeDeviceState,
  encode: encodeDeviceState,
  sizeOf: sizeOfDeviceState,
  schemas: () => import('../catalogs/qemu-7.2/devices.js'),
};
