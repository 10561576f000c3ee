import { bytes, endsWith, list, literal, lookahead, struct, toEnd, u8, u32be } from '@bytewright/schema-dsl';
import { footers } from './boundary.js';
import { FooteredFirstSection } from './first-section.js';
import { Section } from './section.js';

/** The first eight bytes of every file: `51454d56 00000003`. */
export const fileHeaderFields = {
  magic: literal(u32be, 0x5145564d).doc('"QEVM"'),
  version: literal(u32be, 3).doc('3 in all files; loaders refuse 2 since long ago.'),
};

/** The schema of the first eight bytes. Source: QEMU migration/savevm.c, `qemu_savevm_state_header`. */
export const FileHeader = struct('FileHeader', fileHeaderFields).doc('The first eight bytes of every file.');

/**
 * A file written by QEMU's `xen-save-devices-state`: `51454d56 00000003`, sections, a zero byte.
 *
 * Source: QEMU migration/savevm.c, `qemu_save_device_state`; the sections are in the order of registration,
 * which says nothing about their ids.
 */
export const DeviceState = struct('DeviceState', {
  ...fileHeaderFields,
  footers: lookahead(FooteredFirstSection).doc(
    'Whether every section ends with a footer. Files of genuine Xen guests have none.',
  ),
  sections: list(Section, endsWith(literal(u8, 0x00))).doc('The devices, in the order of the file.'),
  trailing: bytes(toEnd).doc('Whatever follows the byte that ends the sections.'),
})
  .where(($) => [$.sections.with(footers.of($.footers))])
  .doc('The state of every emulated device of a virtual machine, as xen-save-devices-state writes it.');
