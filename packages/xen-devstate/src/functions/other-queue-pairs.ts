/**
 * The pairs of queues of a network device beside the first one, of which it may have none.
 *
 * Source: QEMU hw/net/virtio-net.c, `virtio_net_tx_waiting_pre_save`.
 *
 * @param pairs how many are in use; left out for a device with one queue
 * @example `otherQueuePairs(4)` is 3, `otherQueuePairs(0)` is 0
 */
export function otherQueuePairs(pairs: number | undefined): number {
  return Math.max((pairs ?? 0) - 1, 0);
}
