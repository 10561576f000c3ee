import { bit, bits, literal, msb0, optional, struct, u64be, ubits } from '@bytewright/schema-dsl';

/** An address with flags in its low bits. Source: QEMU hw/s390x/s390-stattrib.c, `STATTR_FLAG_*`. */
const AttributesWord = bits(
  'AttributesWord',
  u64be,
  {
    page: ubits(52).doc('The first page that attributes follow for.'),
    unused: literal(ubits(8), 0),
    done: bit.doc('0x08: no more attributes will follow.'),
    error: bit.doc('0x04: the writer failed.'),
    more: bit.doc('0x02: attributes follow.'),
    end: bit.doc('0x01: the end of the section.'),
  },
  msb0,
);

/**
 * The header of a piece of an `s390-storage_attributes` section. If there is a count, one byte per page follows.
 *
 * `0000000000000001` is the end of the section. Source: QEMU hw/s390x/s390-stattrib.c, `cmma_load`.
 */
export const StorageAttributes = struct('StorageAttributes', { word: AttributesWord, count: optional(u64be) })
  .where(($) => [$.count.presentWhen($.word.$.more)])
  .source('QEMU hw/s390x/s390-stattrib.c, cmma_load');
