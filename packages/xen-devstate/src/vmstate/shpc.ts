import type { Node } from '@bytewright/schema-dsl';
import { bytes } from '@bytewright/schema-dsl';

/** Registers in front of the slots', and those of 31 slots. Source: QEMU hw/pci/shpc.c, `SHPC_SIZEOF`. */
const SIZE = 0x24 + 31 * 4;

/**
 * The registers of a bridge's controller for hot-plugging. Source: QEMU hw/pci/shpc.c, `shpc_save`.
 */
export const shpc: Node<Uint8Array> = bytes(SIZE).wireType('shpc');
