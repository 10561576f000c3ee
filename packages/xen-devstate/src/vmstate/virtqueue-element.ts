import { list, optional, peek, struct, u32be, u32le, u64le } from '@bytewright/schema-dsl';

/** The maximum number of buffers of a request in each direction. Source: QEMU include/hw/virtio/virtio.h, `VIRTQUEUE_MAX_SIZE`. */
const SIZE = 1024;

/** A piece of memory in the host's format. The address is not saved. Source: POSIX, `struct iovec`. */
export const MemoryPiece = struct('MemoryPiece', { base: u64le, length: u64le });

/**
 * The start of an element of a split ring. The compiler leaves a gap of zeros after three numbers; if the device offers packed
 * rings, the numbers are shifted by one, and the number of inputs is in place of the gap.
 */
export const VirtqueueElementStart = struct('VirtqueueElementStart', {
  index: u32le,
  outputs: u32le,
  inputs: u32le,
  gap: u32le,
});

/**
 * A pending virtio request: 49,168 bytes, in the memory format of a 64-bit little-endian host. Only the number of entries given
 * by `outputs` and `inputs` are used; the others are zero.
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
