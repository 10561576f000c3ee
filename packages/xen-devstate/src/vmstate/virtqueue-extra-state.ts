import type { Infer, Node } from '@bytewright/schema-dsl';
import type { SubsectionValue } from './subsections.js';
import { subsections } from './subsections.js';

/** The additional state saved by the bus of a virtio device: one of the two, as the device is on one bus. */
export type VirtqueueExtraState<P, M> = SubsectionValue<{
  'virtio_pci/modern_state': Node<P>;
  'virtio_mmio/state': Node<M>;
}>[];

/**
 * The additional state saved by a virtio device's bus: a struct without fields, `virtio_pci` or `virtio_mmio`, which only has
 * subsections.
 *
 * Source: QEMU hw/virtio/virtio.c, `put_extra_state`; hw/virtio/virtio-pci.c, `virtio_pci_save_extra_state`;
 * hw/virtio/virtio-mmio.c, `virtio_mmio_save_extra_state`.
 */
export function virtqueueExtraState<P extends Node<unknown>, M extends Node<unknown>>(
  pci: P,
  mmio: M,
): Node<VirtqueueExtraState<Infer<P>, Infer<M>>> {
  // the common prefix of both names, which the names of the containing structs do not have
  return subsections('VirtioBus', 'virtio_', {
    'virtio_pci/modern_state': pci,
    'virtio_mmio/state': mmio,
  }) as unknown as Node<VirtqueueExtraState<Infer<P>, Infer<M>>>;
}
