import { optional } from '@bytewright/schema-dsl';
import { bool, buffer, hole, int32, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Fifo8 } from './fifo8.js';

export const EspPdma = vmstate(
  'esp/pdma',
  { version: 0, minimum: 0, type: 'EspPdma' },
  {
    pdmaCb: uint8.wireName('pdma_cb'),
  },
);

export const Esp = vmstate(
  'esp',
  { version: 6, type: 'Esp' },
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
    dataInReady: optional(bool).wireName('data_in_ready'),
    cmdfifoCdbOffset: optional(uint8).wireName('cmdfifo_cdb_offset'),
    fifo: optional(Fifo8),
    cmdfifo: optional(Fifo8),
    tiCmd: optional(uint8).wireName('ti_cmd'),
    lun: optional(uint8),
  },
  {
    'esp/pdma': EspPdma,
  },
).where(($) => [
  $.migTiRptr.presentWhen(hole('Esp.migTiRptr', 'bool')),
  $.migTiWptr.presentWhen(hole('Esp.migTiWptr', 'bool')),
  $.migTiBuf.presentWhen(hole('Esp.migTiBuf', 'bool')),
  $.migDeferredStatus.presentWhen(hole('Esp.migDeferredStatus', 'bool')),
  $.migDeferredComplete.presentWhen(hole('Esp.migDeferredComplete', 'bool')),
  $.migCmdbuf.presentWhen(hole('Esp.migCmdbuf', 'bool')),
  $.migCmdbuf2.presentWhen(hole('Esp.migCmdbuf2', 'bool')),
  $.migCmdlen.presentWhen(hole('Esp.migCmdlen', 'bool')),
  $.migDmaLeft.presentWhen(hole('Esp.migDmaLeft', 'bool')),
  $.dataInReady.presentWhen(hole('Esp.dataInReady', 'bool')),
  $.cmdfifoCdbOffset.presentWhen(hole('Esp.cmdfifoCdbOffset', 'bool')),
  $.fifo.presentWhen(hole('Esp.fifo', 'bool')),
  $.cmdfifo.presentWhen(hole('Esp.cmdfifo', 'bool')),
  $.tiCmd.presentWhen(hole('Esp.tiCmd', 'bool')),
  $.lun.presentWhen(hole('Esp.lun', 'bool')),
]);
