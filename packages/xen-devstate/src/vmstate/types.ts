import type { Expr, Node, Omissible } from '@bytewright/schema-dsl';
import {
  bool as anyBool,
  bytes,
  f64be,
  i8,
  i16be,
  i32be,
  i64be,
  list,
  preserve,
  preserveNaN,
  reserved,
  u8,
  u16be,
  u32be,
  u64be,
} from '@bytewright/schema-dsl';

// What the functions of QEMU's types put on the wire: big-endian throughout. Where one node stands for several types, the
// type is said. Source: QEMU migration/vmstate-types.c.

/** 0 or 1 as written; any other byte is loaded as true, so it is kept as its number. */
export const bool = preserve(anyBool);
export const int8 = i8;
export const int16 = i16be;
export const int32 = i32be;
export const int64 = i64be;
export const uint8 = u8;
export const uint16 = u16be;
export const uint32 = u32be;
export const uint64 = u64be;

/** What must equal what the loading device has. */
export const int32Equal = i32be.wireType('int32 equal');
export const uint8Equal = u8.wireType('uint8 equal');
export const uint16Equal = u16be.wireType('uint16 equal');
export const uint32Equal = u32be.wireType('uint32 equal');
/** Without a sign, whatever QEMU calls it: `vmstate_info_uint64_equal` bears this name. */
export const uint64Equal = u64be.wireType('int64 equal');
/** At most what the loading device has, and not negative. "le" is "less or equal", not an order of bytes. */
export const int32AtMost = i32be.wireType('int32 le');

/** When a timer expires, in nanoseconds of its clock; -1 for one that is not armed. */
export const timer = i64be.wireType('timer').unit('ns');
/** The 64 bits of a floating-point number. */
export const doubleBits = u64be.wireType('CPU_Double_U');
export const float64 = preserveNaN(f64be).wireType('float64');
/** A 16-bit number of streams of old, which a 32-bit field takes. Source: QEMU hw/nvram/fw_cfg.c. */
export const int32AsUint16 = u16be.wireType('int32_as_uint16');
/** Source: QEMU hw/nvram/eeprom93xx.c. */
export const uint16FromUint8 = u8.wireType('uint16_from_uint8');
/** The levels of the interrupt pins A to D. Source: QEMU hw/pci/pci.c. */
export const pciIrqState = list(u32be, 4).wireType('pci irq state');

/** Bytes as they are. */
export const buffer = (size?: Parameters<typeof bytes>[0]): Node<Uint8Array> => bytes(size);

/** What is not used any more, or not yet: zeros are written, and what is read is not looked at. Other bytes are kept. */
export const unused = (size: number): Omissible<Uint8Array | undefined> =>
  reserved(size).wireType('unused_buffer');

/**
 * A set of bits: 64-bit words, bit `i` of word `k` being bit `64k + i` of the set.
 *
 * @param bits how many bits; or what says how many words there are
 */
export const bitmap = (bits: number | Expr<number>): Node<BigUint64Array> =>
  list(u64be, typeof bits === 'number' ? Math.ceil(bits / 64) : bits).wireType('bitmap');
