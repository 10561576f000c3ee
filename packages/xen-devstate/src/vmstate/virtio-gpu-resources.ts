import type { Parameter } from '@bytewright/schema-dsl';
import { bytes, endsWith, list, literal, parameter, struct, u32be, u64be } from '@bytewright/schema-dsl';

/** Bytes of a pixel: all formats that the device knows take so many. Source: QEMU hw/display/virtio-gpu.c. */
const PIXEL_SIZE = 4;

const pieces: Parameter<number> = parameter('pieces', u32be);
const imageSize: Parameter<number> = parameter('imageSize', u32be);

/** A piece of the guest's memory. */
export const GuestMemoryPiece = struct('GuestMemoryPiece', { address: u64be, length: u32be });

/**
 * An image that a guest has made on a virtio GPU, and where in its memory that is.
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

/** All images of a virtio GPU, and a zero behind the last. */
export const virtioGpuResources = list(VirtioGpuImage, endsWith(literal(u32be, 0)));

/** An image in memory that host and guest share. Source: QEMU hw/display/virtio-gpu.c, `virtio_gpu_blob_save`. */
export const VirtioGpuSharedImage = struct('VirtioGpuSharedImage', {
  resourceId: u32be,
  size: u32be.unit('bytes'),
  pieceCount: u32be,
  pieces: list(GuestMemoryPiece, pieces),
}).where(($) => [$.pieces.with(pieces.of($.pieceCount))]);

/** All shared images of a virtio GPU, and a zero behind the last. */
export const virtioGpuBlobs = list(VirtioGpuSharedImage, endsWith(literal(u32be, 0)));
