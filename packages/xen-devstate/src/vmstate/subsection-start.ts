import { literal, prefix, string, struct, u8 } from '@bytewright/schema-dsl';

/** The start of a subsection. Names are bytes; QEMU's are ASCII. Source: QEMU migration/vmstate.c. */
export const SubsectionStart = struct('SubsectionStart', {
  mark: literal(u8, 0x05),
  name: string(prefix(u8), 'latin1'),
});
