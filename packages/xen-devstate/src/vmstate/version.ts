import { parameter, u32be } from '@bytewright/schema-dsl';

/**
 * The version of a description that bytes are laid out by: of a device the one in its section's header, of a subsection
 * its own. Of a struct in a struct it is on no wire: the description's current one, which is why schemas are pinned to a
 * version of QEMU.
 *
 * Source: QEMU migration/vmstate.c, `vmstate_load_state`.
 */
export const version = parameter('version', u32be);
