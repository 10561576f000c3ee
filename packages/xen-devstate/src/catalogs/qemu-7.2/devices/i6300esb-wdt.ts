// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field } from '@bytewright/schema-dsl';
import { int32, timer, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const I6300esbWdt = vmstate(
  'i6300esb_wdt',
  { version: 10000, minimum: 1, type: 'I6300esbWdt' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    rebootEnabled: int32.wireName('reboot_enabled'),
    clockScale: int32.wireName('clock_scale'),
    intType: int32.wireName('int_type'),
    freeRun: int32.wireName('free_run'),
    locked: int32,
    enabled: int32,
    timer: timer,
    timer1Preload: uint32.wireName('timer1_preload'),
    timer2Preload: uint32.wireName('timer2_preload'),
    stage: int32,
    unlockState: int32.wireName('unlock_state'),
    previousRebootFlag: int32.wireName('previous_reboot_flag'),
  },
);
