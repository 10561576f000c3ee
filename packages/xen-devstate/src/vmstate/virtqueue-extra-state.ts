import type { Infer, Node } from '@bytewright/schema-dsl';
import type { SubsectionValue } from './subsections.js';
import { subsections } from './subsections.js';

/** What the buses of virtio devices save of a device in addition: one of both, as the device is on one bus. */
export type VirtqueueExtraState<P, M> = SubsectionValue<{
  'virtio_pci/modern_state': Node<P>;
  'virtio_mmio/state': Node<M>;
}>[];

/**
 * What a virtio device's bus saves in addition: a struct without fields, `virtio_pci` or `virtio_mmio`, of which there are
 * only the subsections.
 *
 * Source: QEMU hw/virtio/virtio.c, `put_extra_state`; hw/virtio/virtio-pci.c, `virtio_pci_save_extra_state`;
 * hw/virtio/virtio-mmio.c, `virtio_mmio_save_extra_state`.
 */
export function virtqueueExtraState<P extends Node<unknown>, M extends Node<unknown>>(
  pci: P,
  mmio: M,
): Node<VirtqueueExtraState<Infer<P>, Infer<M>>> {
  // what both names begin with, and those of the structs around do not
  return subsections('VirtioBus', 'virtio_', {
    'virtio_pci/modern_state': pci,
    'virtio_mmio/state': mmio,
  }) as unknown as Node<VirtqueueExtraState<Infer<P>, Infer<M>>>;
}
