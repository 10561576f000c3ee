import { devices } from '@bytewright/xen-devstate/catalogs/qemu-7.2';
import type { DeviceStateSchemas } from '@bytewright/xen-devstate/schema';
import { deviceStateOf } from '@bytewright/xen-devstate/schema';
import { WatchdogBoard } from './watchdog-board.js';

/** A whole file, with QEMU's own devices and ours. */
export const { DeviceState, Section }: DeviceStateSchemas = deviceStateOf({
  ...devices,
  'watchdog-board': [WatchdogBoard],
});
