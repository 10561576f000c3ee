import type { DescriptionOverlay } from './overlay.js';

/** Serial ports. */
export const SERIAL: Readonly<Record<string, DescriptionOverlay>> = {
  serial: {
    source: 'QEMU hw/char/serial.c, vmstate_serial',
    doc: 'A 16550A serial port.',
    fields: {
      divider: { doc: '115,200 divided by this is the speed in baud.' },
      rbr: { name: 'receiveBuffer' },
      ier: { name: 'interruptEnable' },
      iir: { name: 'interruptIdentification' },
      lcr: {
        name: 'lineControl',
        doc: 'Bits 0 and 1: five to eight data bits; 2: stop bits; 3 to 5: parity; 7: divider.',
      },
      mcr: { name: 'modemControl', doc: 'Bit 0: DTR; 1: RTS; 4: loopback.' },
      lsr: { name: 'lineStatus', doc: 'Bit 0: data is there; 5 and 6: nothing more to send.' },
      msr: { name: 'modemStatus' },
      scr: { name: 'scratch' },
      fcr_vmstate: { name: 'fifoControl' },
    },
  },
  'serial/tsr': {
    source: 'QEMU hw/char/serial.c, vmstate_serial_tsr',
    fields: {
      tsr_retry: { name: 'retries' },
      thr: { name: 'transmitHolding' },
      tsr: { name: 'transmitShift' },
    },
  },
  Fifo8: {
    source: 'QEMU util/fifo8.c, vmstate_fifo8',
    fields: { data: { size: 'fifoSize' }, num: { name: 'count' } },
  },
};
