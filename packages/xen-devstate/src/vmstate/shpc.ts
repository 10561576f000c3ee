import type { Node } from '@bytewright/schema-dsl';
import { bytes } from '@bytewright/schema-dsl';

/** The size of the registers before the slots, and of those of 31 slots. Source: QEMU hw/pci/shpc.c, `SHPC_SIZEOF`. */
const SIZE = 0x24 + 31 * 4;

/**
 * The registers of a bridge's hot-plug controller. Source: QEMU hw/pci/shpc.c, `shpc_save`.
 */
export const shpc: Node<Uint8Array> = bytes(SIZE).wireType('shpc');
