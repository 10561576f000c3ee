import type { Node } from '@bytewright/schema-dsl';
import { bytes, prefix, u32be } from '@bytewright/schema-dsl';

/**
 * An array of bytes that grows, behind its length.
 *
 * Source: QEMU migration/vmstate-types.c, `put_g_byte_array`.
 *
 * @example `00000002 cafe`
 */
export const byteArray: Node<Uint8Array> = bytes(prefix(u32be));
