import { bytes, literal, openEnumeration, prefix, struct, u8, u16be } from '@bytewright/schema-dsl';

/**
 * A command from the writer to the reader, between sections.
 *
 * `08 000b 0000` is SWITCHOVER_START, which occurs in streams of QEMU 10.0 and later. Source: QEMU migration/savevm.c,
 * `qemu_savevm_command_send`.
 */
export const Command = struct('Command', {
  type: literal(u8, 0x08).doc('COMMAND'),
  command: openEnumeration(u16be, {
    openReturnPath: 1,
    ping: 2,
    postcopyAdvise: 3,
    postcopyListen: 4,
    postcopyRun: 5,
    postcopyRamDiscard: 6,
    packaged: 7,
    enableColo: 8,
    postcopyResume: 9,
    receiveBitmap: 10,
    switchoverStart: 11,
  }),
  data: bytes(prefix(u16be)),
})
  .source('QEMU migration/savevm.c, qemu_savevm_command_send')
  .doc('Something that the writer of a migration stream tells its reader.');
