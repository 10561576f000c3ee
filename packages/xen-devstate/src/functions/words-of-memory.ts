/** What a virtio memory device says of its memory before anything else. */
export interface MemoryCheck {
  readonly regionSize: bigint;
  readonly blockSize: bigint;
}

/**
 * Words of 64 bits that the map of a virtio memory device takes, which has a bit for each of its blocks.
 *
 * Source: QEMU hw/virtio/virtio-mem.c, `virtio_mem_device_realize`.
 *
 * @example of 1 GiB in blocks of 2 MiB: `wordsOfMemory({ regionSize: 0x40000000n, blockSize: 0x200000n })` is 8
 */
export function wordsOfMemory(check: MemoryCheck | undefined): number {
  if (check === undefined || check.blockSize === 0n) return 0;
  return Number((check.regionSize / check.blockSize + 63n) / 64n);
}
