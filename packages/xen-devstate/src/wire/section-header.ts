import type { References, Relation } from '@bytewright/schema-dsl';
import { check, literal, prefix, string, struct, u8, u32be } from '@bytewright/schema-dsl';

/** The fields before a section's payload, in wire order. */
export const sectionHeaderFields = {
  type: literal(u8, 0x04).doc('SECTION_FULL, the only section type in a device-state file.'),
  sectionId: u32be.doc('Registration number of the device: unique in a file, with gaps, in no order.'),
  idstr: string(prefix(u8), 'ascii').doc(
    'Name under which the device registered, after its bus path if it has one.',
  ),
  instanceId: u32be.doc('Tells devices with the same name apart; QEMU before 8.2 can repeat it.'),
  versionId: u32be.doc('Version of the payload layout that the writer used; dates such as 0x20081125 occur.'),
};

/**
 * Checks that every header written by QEMU satisfies. Payloads have no length, so a header must be recognizable from its bytes:
 * ids count up from 0, and names are non-empty printable ASCII (spaces, `@`, `:` and `/` occur). Versions and instance ids are
 * not limited, as both can be any number.
 */
export const plausible = (
  $: References<Pick<typeof sectionHeaderFields, 'sectionId' | 'idstr'>>,
): readonly Relation[] => [
  check($.sectionId.lt(0x10000), 'a section id below 65536'),
  check($.idstr.matches(/^[ -~]+$/), 'a name of printable ASCII'),
];

/**
 * The header of a section, which is also searched for to find the end of a payload.
 *
 * `04 00000003 05 74696d6572 00000000 00000002` is section 3, "timer", instance 0, version 2.
 * Source: QEMU migration/savevm.c, `save_section_header`.
 */
export const SectionHeader = struct('SectionHeader', sectionHeaderFields)
  .where(plausible)
  .doc('The header of a section. Source: QEMU migration/savevm.c, save_section_header.');
