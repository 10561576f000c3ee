/** VIRTIO_NET_F_CTRL_GUEST_OFFLOADS. */
const CTRL_GUEST_OFFLOADS = 1 << 2;

/**
 * Whether the guest may change the offloads of a network device: 1 or 0.
 *
 * Sources: Virtual I/O Device Specification 1.1, 5.1.3; QEMU hw/net/virtio-net.c, `has_ctrl_guest_offloads`.
 *
 * @param features the low word of the negotiated features
 * @example `offersGuestOffloads(0x4)` is 1
 */
export function offersGuestOffloads(features: number): number {
  return (features & CTRL_GUEST_OFFLOADS) === 0 ? 0 : 1;
}
