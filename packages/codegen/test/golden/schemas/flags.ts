import { bytes, check, flags, list, optional, prefix, string, struct, u8, u16le, u32be, u64be, uleb128 } from '@bytewright/schema-dsl';

/** The flags of a gzip member (RFC 1952, 2.3.1), and what each says is there. */
export const GzipFlags = struct('GzipFlags', {
  flags: flags(u8, { text: 0, headerChecksum: 1, extra: 2, name: 3, comment: 4 }),
  extra: optional(bytes(prefix(u16le))),
  name: optional(string(prefix(u8), 'latin1')),
}).where(($) => [$.extra.presentWhen($.flags.$.extra), $.name.presentWhen($.flags.$.name)]);

/** Flags in integers of every width, with bits that are kept and bits that are refused. */
export const FlagWidths = struct('FlagWidths', {
  all: flags(u8, { a: 0, b: 1, c: 2, d: 3, e: 4, f: 5, g: 6, h: 7 }),
  high: flags(u32be, { low: 0, sign: 31 }),
  wide: flags(u64be, { first: 0, last: 63 }),
  few: flags(uleb128(40), { one: 0, far: 39 }),
  strict: flags(u16le, { read: 0, write: 8 }, { strict: true }),
  strictWide: flags(uleb128(53), { far: 52 }, { strict: true }),
  each: list(flags(u8, { even: 0 }), prefix(u8)),
  perhaps: optional(flags(u8, { set: 0 }, { strict: true })),
}).where(($) => [$.perhaps.presentWhen($.wide.$.last.or($.high.$.unknown.gt(6))), check($.all.$.a.or($.all.$.b))]);

/** As many as do not fit a line. */
export const ManyFlags = struct('ManyFlags', {
  flags: flags(u32be, {
    carryFlag: 0,
    parityFlag: 2,
    auxiliaryCarryFlag: 4,
    zeroFlag: 6,
    signFlag: 7,
    trapFlag: 8,
    interruptEnableFlag: 9,
    directionFlag: 10,
    overflowFlag: 11,
  }),
  history: list(flags(u8, { aRatherLongNameForAFlag: 0, anotherRatherLongName: 1, andAThirdOneWhichIsAsLong: 2 }), prefix(u8)),
  last: optional(flags(u8, { aRatherLongNameForAFlag: 0, anotherRatherLongName: 1, andAThirdOneWhichIsAsLong: 2 })),
}).where(($) => [$.last.presentWhen($.flags.$.overflowFlag)]);
