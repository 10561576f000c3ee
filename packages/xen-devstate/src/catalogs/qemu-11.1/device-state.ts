// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import type { DeviceStateSchemas } from '@bytewright/xen-devstate/schema';
import { deviceStateOf } from '@bytewright/xen-devstate/schema';
import { devices } from './devices.js';

export const { DeviceState, Section }: DeviceStateSchemas = deviceStateOf(devices);
