import { field, since } from '@bytewright/schema-dsl';
import { int32, timer, uint8, uint16, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';
import { Fifo8 } from '../parts/fifo8.js';

export const SerialThrIpending = vmstate(
  'serial/thr_ipending',
  { version: 1, minimum: 1, type: 'SerialThrIpending' },
  {
    thrIpending: int32.wireName('thr_ipending'),
  },
);

export const SerialTsr = vmstate(
  'serial/tsr',
  { version: 1, minimum: 1, type: 'SerialTsr' },
  {
    tsrRetry: uint32.wireName('tsr_retry'),
    thr: uint8,
    tsr: uint8,
  },
);

export const SerialRecvFifo = vmstate(
  'serial/recv_fifo',
  { version: 1, minimum: 1, type: 'SerialRecvFifo' },
  {
    recvFifo: field(Fifo8).wireName('recv_fifo'),
  },
);

export const SerialXmitFifo = vmstate(
  'serial/xmit_fifo',
  { version: 1, minimum: 1, type: 'SerialXmitFifo' },
  {
    xmitFifo: field(Fifo8).wireName('xmit_fifo'),
  },
);

export const SerialFifoTimeoutTimer = vmstate(
  'serial/fifo_timeout_timer',
  { version: 1, minimum: 1, type: 'SerialFifoTimeoutTimer' },
  {
    fifoTimeoutTimer: timer.wireName('fifo_timeout_timer'),
  },
);

export const SerialTimeoutIpending = vmstate(
  'serial/timeout_ipending',
  { version: 1, minimum: 1, type: 'SerialTimeoutIpending' },
  {
    timeoutIpending: int32.wireName('timeout_ipending'),
  },
);

export const SerialPoll = vmstate(
  'serial/poll',
  { version: 1, minimum: 1, type: 'SerialPoll' },
  {
    pollMsl: int32.wireName('poll_msl'),
    modemStatusPoll: timer.wireName('modem_status_poll'),
  },
);

export const SerialCore = vmstate(
  'serial',
  { version: 3, minimum: 2, type: 'SerialCore' },
  {
    divider: uint16,
    rbr: uint8,
    ier: uint8,
    iir: uint8,
    lcr: uint8,
    mcr: uint8,
    lsr: uint8,
    msr: uint8,
    scr: uint8,
    fcrVmstate: since(version, 3, uint8).wireName('fcr_vmstate'),
  },
  {
    'serial/thr_ipending': SerialThrIpending,
    'serial/tsr': SerialTsr,
    'serial/recv_fifo': SerialRecvFifo,
    'serial/xmit_fifo': SerialXmitFifo,
    'serial/fifo_timeout_timer': SerialFifoTimeoutTimer,
    'serial/timeout_ipending': SerialTimeoutIpending,
    'serial/poll': SerialPoll,
  },
);
