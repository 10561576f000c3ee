import { bytes, struct, toEnd, u32le } from '@bytewright/schema-dsl';

const emulatorFields = {
  emulatorId: u32le.doc('0: unknown, 1: the traditional QEMU, 2: QEMU as it is upstream.'),
  index: u32le.doc('Which one, where a domain has several.'),
};

/** The header of an emulator's state, without the state. */
export const EmulatorContextHeader = struct('EmulatorContextHeader', emulatorFields).source(
  'Xen docs/specs/libxl-migration-stream.pandoc, EMULATOR_CONTEXT',
);

/**
 * The body of an EMULATOR_CONTEXT record: the emulator, and the state as the emulator wrote it.
 *
 * `02000000 00000000 51454d56 00000003 …`: the device state of an upstream QEMU.
 */
export const EmulatorContext = struct('EmulatorContext', { ...emulatorFields, state: bytes(toEnd) })
  .source('Xen docs/specs/libxl-migration-stream.pandoc, EMULATOR_CONTEXT')
  .doc("An emulator's state in a libxl stream.");
