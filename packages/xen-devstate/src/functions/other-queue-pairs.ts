/**
 * The number of queue pairs of a network device in addition to the first one.
 *
 * Source: QEMU hw/net/virtio-net.c, `virtio_net_tx_waiting_pre_save`.
 *
 * @param pairs the number of pairs in use; omitted for a device with one queue
 * @example `otherQueuePairs(4)` is 3, `otherQueuePairs(0)` is 0
 */
export function otherQueuePairs(pairs: number | undefined): number {
  return Math.max((pairs ?? 0) - 1, 0);
}
