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

// The wire formats of QEMU's types, all big-endian. If one node represents several types, the wire type is given explicitly.
// Source: QEMU migration/vmstate-types.c.

/** QEMU writes 0 or 1, but loads any other byte as true, so its value is preserved. */
export const bool = preserve(anyBool);
export const int8 = i8;
export const int16 = i16be;
export const int32 = i32be;
export const int64 = i64be;
export const uint8 = u8;
export const uint16 = u16be;
export const uint32 = u32be;
export const uint64 = u64be;

/** A value that must equal the loading device's own. */
export const int32Equal = i32be.wireType('int32 equal');
export const uint8Equal = u8.wireType('uint8 equal');
export const uint16Equal = u16be.wireType('uint16 equal');
export const uint32Equal = u32be.wireType('uint32 equal');
/** Unsigned despite its name in QEMU: this is the name of `vmstate_info_uint64_equal`. */
export const uint64Equal = u64be.wireType('int64 equal');
/** At most the loading device's own value, and not negative. "le" means "less or equal", not little-endian. */
export const int32AtMost = i32be.wireType('int32 le');

/** The time at which a timer expires, in nanoseconds of its clock; -1 if it is not armed. */
export const timer = i64be.wireType('timer').unit('ns');
/** The 64 bits of a floating-point number. */
export const doubleBits = u64be.wireType('CPU_Double_U');
export const float64 = preserveNaN(f64be).wireType('float64');
/** A 16-bit number in old streams for a field that is now 32 bits. Source: QEMU hw/nvram/fw_cfg.c. */
export const int32AsUint16 = u16be.wireType('int32_as_uint16');
/** Source: QEMU hw/nvram/eeprom93xx.c. */
export const uint16FromUint8 = u8.wireType('uint16_from_uint8');
/** The levels of the interrupt pins A to D. Source: QEMU hw/pci/pci.c. */
export const pciIrqState = list(u32be, 4).wireType('pci irq state');

/** Plain bytes. */
export const buffer = (size?: Parameters<typeof bytes>[0]): Node<Uint8Array> => bytes(size);

/** Bytes that are no longer or not yet used: QEMU writes zeros, and ignores what it reads. Other bytes are preserved. */
export const unused = (size: number): Omissible<Uint8Array | undefined> =>
  reserved(size).wireType('unused_buffer');

/**
 * A set of bits: 64-bit words, bit `i` of word `k` being bit `64k + i` of the set.
 *
 * @param bits the number of bits; or an expression for the number of words
 */
export const bitmap = (bits: number | Expr<number>): Node<BigUint64Array> =>
  list(u64be, typeof bits === 'number' ? Math.ceil(bits / 64) : bits).wireType('bitmap');
