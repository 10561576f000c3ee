import type { ByteExtentIR, ListExtentIR, NodeKind } from '@bytewright/schema-dsl/ir';

/**
 * How far binary-parser follows a construct: `yes` – its own feature does it; `emulated` – its features do it
 * with functions of ours that check, convert or steer; `unsupported` – refused when the parser is built.
 */
export type Support = 'yes' | 'emulated' | 'unsupported';

/** One row of the capability table. */
export interface Capability {
  readonly support: Support;
  /** What stands behind the answer. */
  readonly reason: string;
}

/**
 * The capability table: a row for every kind of node and of extent, so that a new kind does not compile
 * without one.
 */
export interface Capabilities {
  readonly relations: { readonly checksum: Capability };
  readonly nodes: { readonly [K in NodeKind]: Capability };
  readonly byteExtents: { readonly [K in ByteExtentIR['kind']]: Capability };
  readonly listExtents: { readonly [K in ListExtentIR['kind']]: Capability };
}

const yes = (reason: string): Capability => ({ support: 'yes', reason });
const emulated = (reason: string): Capability => ({ support: 'emulated', reason });
const unsupported = (reason: string): Capability => ({ support: 'unsupported', reason });

const NO_TRIAL = 'the first thing that does not parse throws out of parse(), so nothing can be tried';

const NO_COVERAGE =
  'pointer reads at an offset, but nothing tells who has read which bytes, and what nobody has';

/** What of the language binary-parser 2.3.0 can follow, and why or how. */
export const capabilities: Capabilities = {
  relations: {
    checksum: unsupported(
      'functions are called with values that were read, never with the bytes they came from',
    ),
  },
  nodes: {
    integer: emulated(
      'uint8 … int64le and bit24, the byte order always named; other widths and inherited byte orders by uint8 and a step',
    ),
    float: emulated('uint8 and a step: floatbe and the like do not show the bits of a NaN'),
    varint: emulated('array of uint8 up to a byte without its top bit; a step puts the bits together'),
    flags: emulated('the integer, then a step that takes its bits apart'),
    enumeration: emulated('the integer, then a step that looks its name up'),
    boolean: emulated('uint8; a step refuses bytes other than 0 and 1, or keeps them'),
    bits: emulated(
      'bit1 … bit32 for whole bytes of at most 32 bits, the most significant byte first; from wider or little-endian words it takes other bits',
    ),
    literal: emulated('the node, then a step that compares: `assert` ignores 0 and never equals a bigint'),
    bytes: emulated('buffer, copied; the size is checked before, as buffer cuts short silently'),
    string: emulated('buffer, decoded here: its own text decoding replaces ill-formed text and eats the BOM'),
    padding: emulated('buffer, and a function that finds out whether all bytes are the fill'),
    list: emulated(
      'array; lists of integers become typed arrays, and the count is checked before; not of floats that are moved by their bytes',
    ),
    struct: yes('nest; one that contains itself is registered by namely() under a generated name'),
    optional: emulated('choice between the node and nothing, without a name, so that no {} is left behind'),
    peek: unsupported(`pointer reads ahead, but ${NO_TRIAL}, and what does not parse must be undefined`),
    lookahead: unsupported(NO_TRIAL),
    presence: unsupported(NO_TRIAL),
    align: emulated(
      'buffer, its length computed by a step from where the struct begins, then a step that compares',
    ),
    at: unsupported(NO_COVERAGE),
    atEach: unsupported(NO_COVERAGE),
    tail: unsupported(NO_TRIAL),
    gaps: unsupported(NO_COVERAGE),
    atEnd: emulated('an unread rest of length 0'),
    custom: unsupported("a codec of the author's own, which it has no place for"),
    processed: unsupported('wrapped can change bytes, but what is wrong with them could not be told'),
    sized: emulated('wrapped, with the bytes as they are; checked to be there and to be filled'),
    union: emulated(
      'choice; tags that are no single integers are turned into the number of their arm; arms that are tried are refused',
    ),
    firstOf: unsupported(NO_TRIAL),
    search: unsupported(NO_TRIAL),
    bind: emulated('kept beside the parser while it runs; context variables do not reach into wrapped'),
  },
  byteExtents: {
    fixed: emulated('length; a literal 0 throws when the parser is built, so it is given as a variable'),
    expression: emulated('length, computed by a step'),
    prefix: emulated('an integer, then length; a 64-bit one is converted, as length takes no bigint'),
    end: emulated('length, computed from the unread rest: readUntil "eof" does not move the offset'),
    terminated: emulated(
      'length, found in the unread rest, then seek: zeroTerminated knows one byte and no region, and decodes text lossily',
    ),
    padded: emulated('length; the fill is cut off here, as stripNull knows one byte'),
    until: unsupported(`${NO_TRIAL}; readUntil tells a boundary by its first byte at most`),
  },
  listExtents: {
    fixed: emulated(
      'array length; a literal 0 throws when the parser is built, so it is given as a variable',
    ),
    expression: emulated('array length, computed by a step'),
    prefix: emulated('an integer, then array length'),
    end: yes('array readUntil "eof", in a wrapped region where fields follow'),
    last: emulated('array readUntil a function, which asks the condition of each element'),
    while: unsupported(
      `array readUntil reads an element first, and has no place to stop before it; ${NO_TRIAL}`,
    ),
    sentinel: unsupported(`array readUntil reads an element first and keeps the last one; ${NO_TRIAL}`),
  },
};
