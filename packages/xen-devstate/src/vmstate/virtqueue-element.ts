import { list, optional, peek, struct, u32be, u32le, u64le } from '@bytewright/schema-dsl';

/** Buffers that a request can have on each side. Source: QEMU include/hw/virtio/virtio.h, `VIRTQUEUE_MAX_SIZE`. */
const SIZE = 1024;

/** A piece of memory as the host has it. The address is not saved. Source: POSIX, `struct iovec`. */
export const MemoryPiece = struct('MemoryPiece', { base: u64le, length: u64le });

/**
 * How an element of a ring that is not packed begins. The compiler leaves a gap of zeros behind three numbers; where a
 * device offers packed rings, these are one number further on, and what the gap would be counts the request's inputs.
 */
export const VirtqueueElementStart = struct('VirtqueueElementStart', {
  index: u32le,
  outputs: u32le,
  inputs: u32le,
  gap: u32le,
});

/**
 * A virtio request that the device has taken and not yet done: 49,168 bytes, as a 64-bit little-endian host has them in
 * memory. Only as many entries count as `outputs` and `inputs` say; the others are zero.
 *
 * Source: QEMU hw/virtio/virtio.c, `qemu_put_virtqueue_element`, `VirtQueueElementOld`.
 */
export const VirtqueueElement = struct('VirtqueueElement', {
  start: peek(VirtqueueElementStart),
  descriptors: optional(u32be).doc('How many descriptors of a packed ring it takes.'),
  index: u32le,
  outputs: u32le,
  inputs: u32le,
  gap: u32le,
  inputAddresses: list(u64le, SIZE),
  outputAddresses: list(u64le, SIZE),
  inputPieces: list(MemoryPiece, SIZE),
  outputPieces: list(MemoryPiece, SIZE),
})
  .where(($) => [$.descriptors.presentWhen($.start.$.gap.ne(0))])
  .source('QEMU hw/virtio/virtio.c, qemu_put_virtqueue_element');
