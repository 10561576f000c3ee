/**
 * Bits of a `VMStateField`'s flags. Source: QEMU include/migration/vmstate.h, `enum VMStateFlags`. Bits up to `structOfVersion` mean
 * the same in all versions, where they are used at all: 11.1 has one bit for all counts in memory, `countInt32`, and none of
 * the other three. What ends a list is another bit in 10.0 than in 11.1, so that is found anew for each program.
 */
export const FIELD_FLAG = {
  single: 0x1,
  pointer: 0x2,
  array: 0x4,
  struct: 0x8,
  countInt32: 0x10,
  buffer: 0x20,
  arrayOfPointers: 0x40,
  countUint16: 0x80,
  sizedBuffer: 0x100,
  multiplySize: 0x200,
  countUint8: 0x400,
  countUint32: 0x800,
  mustExist: 0x1000,
  allocated: 0x2000,
  multiplyCount: 0x4000,
  structOfVersion: 0x8000,
  /** Since 11.1; the bit ended lists before. */
  markedPointers: 0x10000,
} as const;

/** Any of the bits that say of an array that its count is in memory. */
export const COUNTED =
  FIELD_FLAG.countInt32 | FIELD_FLAG.countUint8 | FIELD_FLAG.countUint16 | FIELD_FLAG.countUint32;

/** Either of the bits that make a field a struct. */
export const STRUCT = FIELD_FLAG.struct | FIELD_FLAG.structOfVersion;

/** All bits that a field or the end of a list may have. */
export const ANY_FLAG = 0x3ffff;
