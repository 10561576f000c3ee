import type { Parameter } from '@bytewright/schema-dsl';
import {
  endsWith,
  list,
  literal,
  optional,
  parameter,
  prefix,
  struct,
  u8,
  u16be,
  u32be,
  u64be,
} from '@bytewright/schema-dsl';
import { wordsFor } from './compute.js';
import { virtioQueues } from './virtio.js';
import { VirtqueueElement } from './virtqueue-element.js';

const portWords: Parameter<number> = parameter('portWords', u32be);

/** A pending request of a virtio disk. Source: QEMU hw/block/virtio-blk.c, `virtio_blk_save_device`. */
export const VirtioBlkRequest = struct('VirtioBlkRequest', {
  mark: literal(u8, 1),
  queue: optional(u32be),
  element: VirtqueueElement,
}).where(($) => [$.queue.presentWhen(virtioQueues.gt(1))]);

/**
 * The data that a virtio disk saves in addition to its queues: the pending requests, and `00` after the last one.
 *
 * Source: QEMU hw/block/virtio-blk.c, `virtio_blk_save_device`.
 */
export const virtioBlkRequests = list(VirtioBlkRequest, endsWith(literal(u8, 0)));

/** Data that a port was about to deliver. Source: QEMU hw/char/virtio-serial-bus.c. */
export const VirtioSerialBuffer = struct('VirtioSerialBuffer', {
  piece: u32be,
  offset: u64be,
  element: VirtqueueElement,
});

/** A port of a virtio serial device. Source: QEMU hw/char/virtio-serial-bus.c, `virtio_serial_save_device`. */
export const VirtioSerialPort = struct('VirtioSerialPort', {
  id: u32be,
  guestConnected: u8,
  hostConnected: u8,
  hasBuffer: u32be,
  buffer: optional(VirtioSerialBuffer),
}).where(($) => [$.buffer.presentWhen($.hasBuffer.ne(0))]);

/**
 * The data that a virtio serial device saves in addition to its queues.
 *
 * Source: QEMU hw/char/virtio-serial-bus.c, `virtio_serial_save_device`.
 */
export const VirtioSerialPorts = struct('VirtioSerialPorts', {
  columns: u16be,
  rows: u16be,
  maximumPorts: u32be,
  portsMap: list(u32be, portWords).doc('A bit for each port that there is.'),
  ports: list(VirtioSerialPort, prefix(u32be)),
}).where(($) => [$.portsMap.with(portWords.of(wordsFor($.maximumPorts)))]);
