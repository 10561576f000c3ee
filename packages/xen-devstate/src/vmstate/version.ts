import { parameter, u32be } from '@bytewright/schema-dsl';

/**
 * The version of a description that determines the layout of the bytes: for a device, the one in its section header; for a
 * subsection, its own. The version of a nested struct is not on the wire: it is the description's current version, which is why
 * schemas are pinned to a version of QEMU.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_load_state`.
 */
export const version = parameter('version', u32be);
