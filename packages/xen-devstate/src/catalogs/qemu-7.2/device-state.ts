import type { DeviceStateSchemas } from '@bytewright/xen-devstate/schema';
import { deviceStateOf } from '@bytewright/xen-devstate/schema';
import { devices } from './devices.js';

export const { DeviceState, Section }: DeviceStateSchemas = deviceStateOf(devices);
