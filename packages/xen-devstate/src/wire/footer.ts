import { derived, literal, parameter, struct, u8, u32be } from '@bytewright/schema-dsl';

/** The id of the containing section, which its footer repeats. */
export const sectionId = parameter('sectionId', u32be);

/**
 * The end of a section in files of machine types 2.4 and later, except under Xen.
 *
 * `7e 00000003` ends section 3. Source: QEMU migration/savevm.c, `save_section_footer`.
 */
export const Footer = struct('Footer', { mark: literal(u8, 0x7e), sectionId: derived(u32be) })
  .where(($) => [$.sectionId.is(sectionId)])
  .doc(
    'What ends a section, where a file has footers. Source: QEMU migration/savevm.c, save_section_footer.',
  );
