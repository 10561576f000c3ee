/** The sizes that a virtio memory device saves before anything else. */
export interface MemoryCheck {
  readonly regionSize: bigint;
  readonly blockSize: bigint;
}

/**
 * The number of 64-bit words in the bitmap of a virtio memory device, which has one bit per block.
 *
 * Source: QEMU hw/virtio/virtio-mem.c, `virtio_mem_device_realize`.
 *
 * @example for 1 GiB in blocks of 2 MiB: `wordsOfMemory({ regionSize: 0x40000000n, blockSize: 0x200000n })` is 8
 */
export function wordsOfMemory(check: MemoryCheck | undefined): number {
  if (check === undefined || check.blockSize === 0n) return 0;
  return Number((check.regionSize / check.blockSize + 63n) / 64n);
}
