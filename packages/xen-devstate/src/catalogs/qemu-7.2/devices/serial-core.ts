// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
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
    retries: uint32.wireName('tsr_retry'),
    transmitHolding: uint8.wireName('thr'),
    transmitShift: uint8.wireName('tsr'),
  },
).source('QEMU hw/char/serial.c, vmstate_serial_tsr');

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
    divider: uint16.doc('115,200 divided by this is the speed in baud.'),
    receiveBuffer: uint8.wireName('rbr'),
    interruptEnable: uint8.wireName('ier'),
    interruptIdentification: uint8.wireName('iir'),
    lineControl: uint8.wireName('lcr').doc('Bits 0 and 1: five to eight data bits; 2: stop bits; 3 to 5: parity; 7: divider.'),
    modemControl: uint8.wireName('mcr').doc('Bit 0: DTR; 1: RTS; 4: loopback.'),
    lineStatus: uint8.wireName('lsr').doc('Bit 0: data is there; 5 and 6: nothing more to send.'),
    modemStatus: uint8.wireName('msr'),
    scratch: uint8.wireName('scr'),
    fifoControl: since(version, 3, uint8).wireName('fcr_vmstate'),
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
).doc('A 16550A serial port.').source('QEMU hw/char/serial.c, vmstate_serial');
