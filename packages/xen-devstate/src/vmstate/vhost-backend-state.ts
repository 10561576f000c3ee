import type { Node } from '@bytewright/schema-dsl';
import { bytes, endsWith, list, literal, prefix, u32be } from '@bytewright/schema-dsl';

/**
 * What a device outside of QEMU gave to be saved: pieces, each with its length, and a length of zero behind the last.
 *
 * Source: QEMU hw/virtio/vhost.c, `vhost_save_backend_state`.
 *
 * @example `00000002 cafe 00000000` is one piece
 */
export const vhostBackendState: Node<Uint8Array[]> = list(bytes(prefix(u32be)), endsWith(literal(u32be, 0)));
