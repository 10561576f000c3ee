import { literal, struct, u8, u32be } from '@bytewright/schema-dsl';

/**
 * The header of the description at the end of a migration stream: JSON of every field that was written.
 *
 * `06 00008f3c 7b…`. Source: QEMU migration/savevm.c, `qemu_savevm_state_complete_precopy_non_iterable`.
 */
export const VmDescriptionHeader = struct('VmDescriptionHeader', {
  type: literal(u8, 0x06).doc('VMDESCRIPTION'),
  length: u32be.doc('Bytes of JSON behind it.'),
})
  .source('QEMU migration/savevm.c, qemu_savevm_state_complete_precopy_non_iterable')
  .doc('What stands in front of the description of a migration stream.');
