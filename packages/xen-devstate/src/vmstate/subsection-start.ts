import { literal, prefix, string, struct, u8 } from '@bytewright/schema-dsl';

/** How a subsection begins. Names are bytes; those of QEMU are ASCII. Source: QEMU migration/vmstate.c. */
export const SubsectionStart = struct('SubsectionStart', {
  mark: literal(u8, 0x05),
  name: string(prefix(u8), 'latin1'),
});
