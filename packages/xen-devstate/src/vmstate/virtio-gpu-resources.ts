import type { Parameter } from '@bytewright/schema-dsl';
import { bytes, endsWith, list, literal, parameter, struct, u32be, u64be } from '@bytewright/schema-dsl';

/** The size of a pixel in bytes, which is the same in all formats of the device. Source: QEMU hw/display/virtio-gpu.c. */
const PIXEL_SIZE = 4;

const pieces: Parameter<number> = parameter('pieces', u32be);
const imageSize: Parameter<number> = parameter('imageSize', u32be);

/** A piece of guest memory. */
export const GuestMemoryPiece = struct('GuestMemoryPiece', { address: u64be, length: u32be });

/**
 * An image created by the guest on a virtio GPU, and its location in guest memory.
 *
 * Source: QEMU hw/display/virtio-gpu.c, `virtio_gpu_save`.
 */
export const VirtioGpuImage = struct('VirtioGpuImage', {
  resourceId: u32be,
  width: u32be.unit('pixels'),
  height: u32be.unit('pixels'),
  format: u32be,
  pieceCount: u32be,
  pieces: list(GuestMemoryPiece, pieces),
  image: bytes(imageSize),
})
  .where(($) => [
    $.pieces.with(pieces.of($.pieceCount)),
    $.image.with(imageSize.of($.width.times($.height).times(PIXEL_SIZE))),
  ])
  .source('QEMU hw/display/virtio-gpu.c, virtio_gpu_save');

/** All images of a virtio GPU, and a zero after the last one. */
export const virtioGpuResources = list(VirtioGpuImage, endsWith(literal(u32be, 0)));

/** An image in memory shared by host and guest. Source: QEMU hw/display/virtio-gpu.c, `virtio_gpu_blob_save`. */
export const VirtioGpuSharedImage = struct('VirtioGpuSharedImage', {
  resourceId: u32be,
  size: u32be.unit('bytes'),
  pieceCount: u32be,
  pieces: list(GuestMemoryPiece, pieces),
}).where(($) => [$.pieces.with(pieces.of($.pieceCount))]);

/** All shared images of a virtio GPU, and a zero after the last one. */
export const virtioGpuBlobs = list(VirtioGpuSharedImage, endsWith(literal(u32be, 0)));
