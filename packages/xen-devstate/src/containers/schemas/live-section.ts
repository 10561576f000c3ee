import { check, enumeration, literal, prefix, string, struct, u8, u32be } from '@bytewright/schema-dsl';

/**
 * The header of the first part of data that is sent while the machine runs: mainly memory. Its payload has no length.
 *
 * `01 00000002 03 72616d 00000000 00000004` is the start of `ram`, section 2, version 4.
 * Source: QEMU migration/savevm.c, `save_section_header`.
 */
export const LiveSectionStart = struct('LiveSectionStart', {
  type: literal(u8, 0x01).doc('SECTION_START'),
  sectionId: u32be,
  idstr: string(prefix(u8), 'ascii'),
  instanceId: u32be,
  versionId: u32be,
})
  .where(($) => [check($.idstr.matches(/^[ -~]+$/), 'a name of printable ASCII')])
  .source('QEMU migration/savevm.c, save_section_header')
  .doc('The start of a section that is sent while the machine runs.');

/** The header of a further part of such a section, or of its end. `03 00000002` is the end of section 2. */
export const LiveSectionPart = struct('LiveSectionPart', {
  type: enumeration(u8, { part: 0x02, end: 0x03 }).doc('SECTION_PART or SECTION_END'),
  sectionId: u32be,
})
  .source('QEMU migration/savevm.c, save_section_header')
  .doc('A further part of a section that is sent while the machine runs.');
