import type { Node } from '@bytewright/schema-dsl';
import { bytes, prefix, u32be } from '@bytewright/schema-dsl';

/**
 * A growable byte array, with a length prefix.
 *
 * Source: QEMU migration/vmstate-types.c, `put_g_byte_array`.
 *
 * @example `00000002 cafe`
 */
export const byteArray: Node<Uint8Array> = bytes(prefix(u32be));
