import type { Infer, Node, Parameter, Reference, Struct } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  count,
  list,
  optional,
  parameter,
  prefix,
  struct,
  u8,
  u16be,
  u32be,
  u64be,
} from '@bytewright/schema-dsl';
import type { PciCapabilities } from '../functions/index.js';
import { msixVectorsIn } from './compute.js';
import { MsixState, msixVectors } from './msix-state.js';

/** Whether a virtio device is on the bus of a machine without PCI, such as microvm. */
export const onMmio: Parameter<boolean> = parameter('onMmio', bool, { candidates: [false, true] });

/** The low word of the negotiated features, for the device's own state. */
export const virtioFeatures: Parameter<number> = parameter('virtioFeatures', u32be, { default: 0 });

/** The number of queues of the device, for the device's own state. */
export const virtioQueues: Parameter<number> = parameter('virtioQueues', u32be, { default: 1 });

const hasVectors: Parameter<boolean> = parameter('hasVectors', bool);

/** The parts of a virtio device that differ between devices. */
export interface VirtioParts<P, S, D> {
  /** What it saves about being on PCI: see {@link virtioOnPci}. */
  readonly onPci: Node<VirtioPciState<P>>;
  /** The struct with the subsections common to all virtio devices. */
  readonly common: Node<S>;
  /** The device's own state. */
  readonly device?: Node<D>;
}

/** The PCI state of a virtio device on PCI. Source: QEMU hw/virtio/virtio-pci.c, `virtio_pci_save_config`. */
export interface VirtioPciState<P> {
  pciDevice: P;
  msix: Infer<typeof MsixState>;
  /** The vector of the configuration-change interrupt; absent without MSI-X. */
  configVector: number | undefined;
}

/** The state of a virtio device. */
export interface VirtioState<P, S, D> {
  pci: VirtioPciState<P> | undefined;
  mmio: Infer<typeof VirtioMmioConfig> | undefined;
  status: number;
  isr: number;
  queueSelect: number;
  guestFeatures: number;
  config: Uint8Array;
  queues: Infer<typeof Virtqueue>[];
  device?: D;
  common: S;
}

/** The registers of a virtio device without PCI. Source: QEMU hw/virtio/virtio-mmio.c. */
export const VirtioMmioConfig = struct('VirtioMmioConfig', {
  hostFeaturesSelect: u32be,
  guestFeaturesSelect: u32be,
  guestPageShift: u32be,
}).source('QEMU hw/virtio/virtio-mmio.c, virtio_mmio_save_config');

/** A queue of a virtio device. Source: QEMU hw/virtio/virtio.c, `virtio_save`. */
export const Virtqueue = struct('Virtqueue', {
  size: u32be.doc('Entries of the ring.'),
  align: optional(u32be).doc('Of the used ring; only where the bus lets the guest choose it.'),
  descriptors: u64be.doc('Where the ring of descriptors is in the memory of the guest.'),
  lastAvailableIndex: u16be.doc('Up to where the device has taken what the guest made available.'),
  vector: optional(u16be).doc('The vector of its interrupt; 0xffff for none. Only with MSI-X.'),
})
  .where(($) => [$.align.presentWhen(onMmio), $.vector.presentWhen(hasVectors)])
  .source('QEMU hw/virtio/virtio.c, virtio_save');

/**
/**
 * The state that a virtio device saves about being on PCI. It is the same for all devices of a QEMU, so a catalog has it once.
 *
 * Source: QEMU hw/virtio/virtio-pci.c, `virtio_pci_save_config`.
 *
 * @param type the name of the type
 * @param pciDevice the struct of PCI devices, which contains their `config`
 */
export function virtioOnPci<P>(type: string, pciDevice: Node<P>): Node<VirtioPciState<P>> {
  const OnPci = struct(type, {
    pciDevice: pciDevice as unknown as Struct<{ config: Node<PciCapabilities> }>, // as in its description
    msix: MsixState,
    configVector: optional(u16be),
  }).where(($) => {
    const vectors = msixVectorsIn($.pciDevice.$.config);
    return [$.msix.with(msixVectors.of(vectors)), $.configVector.presentWhen(vectors.gt(0))];
  });
  return OnPci.source('QEMU hw/virtio/virtio-pci.c, virtio_pci_save_config') as unknown as Node<
    VirtioPciState<P>
  >;
}

/**
 * A virtio device: the state of its bus, the state common to all virtio devices, its own state, and subsections.
 *
 * The file does not say which bus the device is on: see {@link onMmio}. With PCI, its configuration shows whether it has MSI-X.
 *
 * Source: QEMU hw/virtio/virtio.c, `virtio_save`.
 *
 * @param type the type name
 * @param parts the parts of the device
 */
export function virtio<P, S, D = never>(
  type: string,
  { onPci, common, device }: VirtioParts<P, S, D>,
): Node<VirtioState<P, S, D>> {
  const OnPci = onPci as unknown as Struct<{ pciDevice: Struct<{ config: Node<PciCapabilities> }> }>;
  const State = struct(type, {
    pci: optional(OnPci),
    mmio: optional(VirtioMmioConfig),
    status: u8,
    isr: u8,
    queueSelect: u16be,
    guestFeatures: u32be.doc('The low word; the whole is in a subsection, where there is more.'),
    config: bytes(prefix(u32be)).doc('What the device shows of itself, little-endian.'),
    queues: list(Virtqueue, prefix(u32be)),
    ...(device === undefined ? {} : { device }),
    common,
  });
  const Related = State.where(($) => [
    $.pci.presentWhen(onMmio.not()),
    $.mmio.presentWhen(onMmio),
    $.queues.with(hasVectors.of(msixVectorsIn($.pci.$.pciDevice.$.config).gt(0))),
    // a field that may be missing from the struct has the type of one that may be absent
    ...(device === undefined
      ? []
      : [
          ($.device as Reference<Node<unknown>>).with(
            virtioFeatures.of($.guestFeatures),
            virtioQueues.of(count($.queues)),
          ),
        ]),
  ]);
  return Related.source('QEMU hw/virtio/virtio.c, virtio_save') as unknown as Node<VirtioState<P, S, D>>;
}
