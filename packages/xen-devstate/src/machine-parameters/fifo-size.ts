import type { Parameter } from '@bytewright/schema-dsl';
import { number } from './declare.js';
import type { MachineParameter } from './machine-parameter.js';

/** The size of a FIFO in bytes: 16 in a serial port. Source: QEMU hw/char/serial.c, `UART_FIFO_LENGTH`. */
export const fifoSize: Parameter<number> = number('fifoSize', 16);

/** The description of {@link fifoSize}. */
export const fifoSizeParameter: MachineParameter = {
  parameter: fifoSize,
  counts: 'FIFO size in bytes',
};
