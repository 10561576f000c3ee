// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list } from '@bytewright/schema-dsl';
import { buffer, int32, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const Cs4231a = vmstate(
  'cs4231a',
  { version: 1, minimum: 1, type: 'Cs4231a' },
  {
    regs: list(uint32, 16),
    dregs: buffer(32),
    dmaRunning: int32.wireName('dma_running'),
    audioFree: int32.wireName('audio_free'),
    transferred: int32,
    aciCounter: int32.wireName('aci_counter'),
  },
);
