import type { Node } from '@bytewright/schema-dsl';
import { bytes, endsWith, list, literal, prefix, u32be } from '@bytewright/schema-dsl';

/**
 * The state saved by a device outside of QEMU: pieces with a length prefix, and a length of zero after the last one.
 *
 * Source: QEMU hw/virtio/vhost.c, `vhost_save_backend_state`.
 *
 * @example `00000002 cafe 00000000` is one piece
 */
export const vhostBackendState: Node<Uint8Array[]> = list(bytes(prefix(u32be)), endsWith(literal(u32be, 0)));
