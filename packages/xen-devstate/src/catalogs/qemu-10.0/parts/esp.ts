// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { optional } from '@bytewright/schema-dsl';
import { espVersion, fifoSize } from '@bytewright/xen-devstate/machine-parameters';
import { bool, buffer, int32, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Fifo8 } from '../../qemu-7.2/parts/fifo8.js';

export const Esp = vmstate(
  'esp',
  { version: 7, type: 'Esp' },
  {
    rregs: buffer(16),
    wregs: buffer(16),
    tiSize: int32.wireName('ti_size'),
    migTiRptr: optional(uint32).wireName('mig_ti_rptr'),
    migTiWptr: optional(uint32).wireName('mig_ti_wptr'),
    migTiBuf: optional(buffer(16)).wireName('mig_ti_buf'),
    status: uint32,
    migDeferredStatus: optional(uint32).wireName('mig_deferred_status'),
    migDeferredComplete: optional(bool).wireName('mig_deferred_complete'),
    dma: uint32,
    migCmdbuf: optional(buffer(16)).wireName('mig_cmdbuf'),
    migCmdbuf2: optional(buffer(16)).wireName('mig_cmdbuf'),
    migCmdlen: optional(uint32).wireName('mig_cmdlen'),
    doCmd: uint32.wireName('do_cmd'),
    migDmaLeft: optional(uint32).wireName('mig_dma_left'),
    dataReady: optional(bool).wireName('data_ready'),
    cmdfifoCdbOffset: optional(uint8).wireName('cmdfifo_cdb_offset'),
    fifo: optional(Fifo8),
    cmdfifo: optional(Fifo8),
    migTiCmd: optional(uint8).wireName('mig_ti_cmd'),
    lun: optional(uint8),
    drqState: bool.wireName('drq_state'),
  },
).where(($) => [
  $.migTiRptr.presentWhen(espVersion.lt(5)),
  $.migTiWptr.presentWhen(espVersion.lt(5)),
  $.migTiBuf.presentWhen(espVersion.lt(5)),
  $.migDeferredStatus.presentWhen(espVersion.lt(5)),
  $.migDeferredComplete.presentWhen(espVersion.lt(5)),
  $.migCmdbuf.presentWhen(espVersion.lt(5)),
  $.migCmdbuf2.presentWhen(espVersion.lt(5)),
  $.migCmdlen.presentWhen(espVersion.lt(5)),
  $.migDmaLeft.presentWhen(espVersion.lt(5)),
  $.dataReady.presentWhen(espVersion.ge(5)),
  $.cmdfifoCdbOffset.presentWhen(espVersion.ge(5)),
  $.fifo.presentWhen(espVersion.ge(5)),
  $.fifo.with(fifoSize.of(16)),
  $.cmdfifo.presentWhen(espVersion.ge(5)),
  $.cmdfifo.with(fifoSize.of(32)),
  $.migTiCmd.presentWhen(espVersion.ge(5).and(espVersion.le(6))),
  $.lun.presentWhen(espVersion.ge(6)),
]).source('QEMU hw/scsi/esp.c, esp_is_before_version_5, esp_is_version_5, esp_is_version_6, esp_is_version_8');
