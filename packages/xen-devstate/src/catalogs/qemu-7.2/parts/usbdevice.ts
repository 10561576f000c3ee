// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { int32, uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const USBDevice = vmstate(
  'USBDevice',
  { version: 1, type: 'USBDevice' },
  {
    addr: uint8,
    state: int32,
    remoteWakeup: int32.wireName('remote_wakeup'),
    setupState: int32.wireName('setup_state'),
    setupLen: int32.wireName('setup_len'),
    setupIndex: int32.wireName('setup_index'),
    setupBuf: list(uint8, 8).wireName('setup_buf'),
  },
);
