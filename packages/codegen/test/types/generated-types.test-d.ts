import type { Infer } from '@bytewright/schema-dsl';
import { expectTypeOf, test } from 'vitest';
import type * as bitsTypes from '../golden/generated/bits.js';
import type * as byteEndingsTypes from '../golden/generated/byte-endings.js';
import type * as checksumsTypes from '../golden/generated/checksums.js';
import type * as choicesTypes from '../golden/generated/choices.js';
import type * as constantsTypes from '../golden/generated/constants.js';
import type * as customTypes from '../golden/generated/custom.js';
import type * as enumerationsTypes from '../golden/generated/enumerations.js';
import type * as flagsTypes from '../golden/generated/flags.js';
import type * as integersTypes from '../golden/generated/integers.js';
import type * as listEndingsTypes from '../golden/generated/list-endings.js';
import type * as listsTypes from '../golden/generated/lists.js';
import type * as lookAheadTypes from '../golden/generated/look-ahead.js';
import type * as metadataTypes from '../golden/generated/metadata.js';
import type * as namesTypes from '../golden/generated/names.js';
import type * as numbersTypes from '../golden/generated/numbers.js';
import type * as offsetsTypes from '../golden/generated/offsets.js';
import type * as parametersTypes from '../golden/generated/parameters.js';
import type * as positionsTypes from '../golden/generated/positions.js';
import type * as processorsTypes from '../golden/generated/processors.js';
import type * as recursionTypes from '../golden/generated/recursion.js';
import type * as roomTypes from '../golden/generated/room.js';
import type * as structureTypes from '../golden/generated/structure.js';
import type * as sumsTypes from '../golden/generated/sums.js';
import type * as textTypes from '../golden/generated/text.js';
import type * as varintsTypes from '../golden/generated/varints.js';
import type * as bits from '../golden/schemas/bits.js';
import type * as byteEndings from '../golden/schemas/byte-endings.js';
import type * as checksums from '../golden/schemas/checksums.js';
import type * as choices from '../golden/schemas/choices.js';
import type * as constants from '../golden/schemas/constants.js';
import type * as custom from '../golden/schemas/custom.js';
import type * as enumerations from '../golden/schemas/enumerations.js';
import type * as flags from '../golden/schemas/flags.js';
import type * as integers from '../golden/schemas/integers.js';
import type * as listEndings from '../golden/schemas/list-endings.js';
import type * as lists from '../golden/schemas/lists.js';
import type * as lookAhead from '../golden/schemas/look-ahead.js';
import type * as metadata from '../golden/schemas/metadata.js';
import type * as names from '../golden/schemas/names.js';
import type * as numbers from '../golden/schemas/numbers.js';
import type * as offsets from '../golden/schemas/offsets.js';
import type * as parameters from '../golden/schemas/parameters.js';
import type * as positions from '../golden/schemas/positions.js';
import type * as processors from '../golden/schemas/processors.js';
import type * as recursion from '../golden/schemas/recursion.js';
import type * as room from '../golden/schemas/room.js';
import type * as structure from '../golden/schemas/structure.js';
import type * as sums from '../golden/schemas/sums.js';
import type * as text from '../golden/schemas/text.js';
import type * as varints from '../golden/schemas/varints.js';

/** Both ways assignable; the generator writes interfaces where inference gives mapped types. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

test('the comparison can tell types apart', () => {
  expectTypeOf<Same<{ a: number }, { a: string }>>().toEqualTypeOf<false>();
  expectTypeOf<Same<{ a: number }, { a: number | undefined }>>().toEqualTypeOf<false>();
  expectTypeOf<Same<integersTypes.Integers, Infer<typeof text.Text>>>().toEqualTypeOf<false>();
});

test('bits: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<bitsTypes.IPv4Header, Infer<typeof bits.IPv4Header>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.TcpHeader, Infer<typeof bits.TcpHeader>>>().toEqualTypeOf<true>();
  expectTypeOf<
    Same<bitsTypes.TransportPacketHeader, Infer<typeof bits.TransportPacketHeader>>
  >().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.TimeStamp, Infer<typeof bits.TimeStamp>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.StreamInfo, Infer<typeof bits.StreamInfo>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.ScreenFlags, Infer<typeof bits.ScreenFlags>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.LowFirst, Infer<typeof bits.LowFirst>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.HighFirst, Infer<typeof bits.HighFirst>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.BigLowFirst, Infer<typeof bits.BigLowFirst>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.BitWords, Infer<typeof bits.BitWords>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.Pixel, Infer<typeof bits.Pixel>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<bitsTypes.FlaggedFrame, Infer<typeof bits.FlaggedFrame>>>().toEqualTypeOf<true>();
});

test('byte-endings: the generator and inference agree on the types of values', () => {
  expectTypeOf<
    Same<byteEndingsTypes.Terminated, Infer<typeof byteEndings.Terminated>>
  >().toEqualTypeOf<true>();
  expectTypeOf<Same<byteEndingsTypes.Slot, Infer<typeof byteEndings.Slot>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<byteEndingsTypes.Padded, Infer<typeof byteEndings.Padded>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<byteEndingsTypes.Tried, Infer<typeof byteEndings.Tried>>>().toEqualTypeOf<true>();
});

test('checksums: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<checksumsTypes.PngChunk, Infer<typeof checksums.PngChunk>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.Ipv4Header, Infer<typeof checksums.Ipv4Header>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.Udp, Infer<typeof checksums.Udp>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.Packet, Infer<typeof checksums.Packet>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.Entry, Infer<typeof checksums.Entry>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.Nested, Infer<typeof checksums.Nested>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.StoredGzip, Infer<typeof checksums.StoredGzip>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<checksumsTypes.Either, Infer<typeof checksums.Either>>>().toEqualTypeOf<true>();
});

test('choices: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<choicesTypes.Pair, Infer<typeof choices.Pair>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<choicesTypes.Chunk, Infer<typeof choices.Chunk>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<choicesTypes.Choices, Infer<typeof choices.Choices>>>().toEqualTypeOf<true>();
});

test('constants: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<constantsTypes.Constants, Infer<typeof constants.Constants>>>().toEqualTypeOf<true>();
});

test('custom: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<customTypes.QuicFrame, Infer<typeof custom.QuicFrame>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<customTypes.Ledger, Infer<typeof custom.Ledger>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<customTypes.Fallback, Infer<typeof custom.Fallback>>>().toEqualTypeOf<true>();
});

test('enumerations: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<enumerationsTypes.Picture, Infer<typeof enumerations.Picture>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<enumerationsTypes.Request, Infer<typeof enumerations.Request>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<enumerationsTypes.Reply, Infer<typeof enumerations.Reply>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<enumerationsTypes.Event, Infer<typeof enumerations.Event>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<enumerationsTypes.Long, Infer<typeof enumerations.Long>>>().toEqualTypeOf<true>();
});

test('flags: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<flagsTypes.GzipFlags, Infer<typeof flags.GzipFlags>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<flagsTypes.FlagWidths, Infer<typeof flags.FlagWidths>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<flagsTypes.ManyFlags, Infer<typeof flags.ManyFlags>>>().toEqualTypeOf<true>();
});

test('integers: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<integersTypes.Integers, Infer<typeof integers.Integers>>>().toEqualTypeOf<true>();
});

test('list-endings: the generator and inference agree on the types of values', () => {
  expectTypeOf<
    Same<listEndingsTypes.DirectoryEntry, Infer<typeof listEndings.DirectoryEntry>>
  >().toEqualTypeOf<true>();
  expectTypeOf<Same<listEndingsTypes.Directory, Infer<typeof listEndings.Directory>>>().toEqualTypeOf<true>();
  expectTypeOf<
    Same<listEndingsTypes.OptionHead, Infer<typeof listEndings.OptionHead>>
  >().toEqualTypeOf<true>();
  expectTypeOf<Same<listEndingsTypes.Option, Infer<typeof listEndings.Option>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<listEndingsTypes.Options, Infer<typeof listEndings.Options>>>().toEqualTypeOf<true>();
  expectTypeOf<
    Same<listEndingsTypes.OptionPacket, Infer<typeof listEndings.OptionPacket>>
  >().toEqualTypeOf<true>();
  expectTypeOf<
    Same<listEndingsTypes.TriedLists, Infer<typeof listEndings.TriedLists>>
  >().toEqualTypeOf<true>();
});

test('lists: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<listsTypes.Point, Infer<typeof lists.Point>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<listsTypes.Lists, Infer<typeof lists.Lists>>>().toEqualTypeOf<true>();
});

test('look-ahead: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<lookAheadTypes.Record, Infer<typeof lookAhead.Record>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<lookAheadTypes.Records, Infer<typeof lookAhead.Records>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<lookAheadTypes.Looks, Infer<typeof lookAhead.Looks>>>().toEqualTypeOf<true>();
});

test('metadata: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<metadataTypes.Metadata, Infer<typeof metadata.Metadata>>>().toEqualTypeOf<true>();
});

test('names: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<namesTypes.Names, Infer<typeof names.Names>>>().toEqualTypeOf<true>();
});

test('numbers: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<numbersTypes.OddIntegers, Infer<typeof numbers.OddIntegers>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<numbersTypes.Floats, Infer<typeof numbers.Floats>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<numbersTypes.Ordered, Infer<typeof numbers.Ordered>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<numbersTypes.Both, Infer<typeof numbers.Both>>>().toEqualTypeOf<true>();
});

test('offsets: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<offsetsTypes.AlignedRecord, Infer<typeof offsets.AlignedRecord>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<offsetsTypes.Placed, Infer<typeof offsets.Placed>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<offsetsTypes.InnerAtOffset, Infer<typeof offsets.InnerAtOffset>>>().toEqualTypeOf<true>();
});

test('parameters: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<parametersTypes.Queue, Infer<typeof parameters.Queue>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<parametersTypes.Timer, Infer<typeof parameters.Timer>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<parametersTypes.Machine, Infer<typeof parameters.Machine>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<parametersTypes.Spool, Infer<typeof parameters.Spool>>>().toEqualTypeOf<true>();
});

test('positions: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<positionsTypes.MiniElf, Infer<typeof positions.MiniElf>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<positionsTypes.MiniZip, Infer<typeof positions.MiniZip>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<positionsTypes.StringTable, Infer<typeof positions.StringTable>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<positionsTypes.Bundle, Infer<typeof positions.Bundle>>>().toEqualTypeOf<true>();
});

test('processors: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<processorsTypes.Regions, Infer<typeof processors.Regions>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<processorsTypes.Masked, Infer<typeof processors.Masked>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<processorsTypes.Outer, Infer<typeof processors.Outer>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<processorsTypes.Changed, Infer<typeof processors.Changed>>>().toEqualTypeOf<true>();
});

test('recursion: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<recursionTypes.Tree, Infer<typeof recursion.Tree>>>().toEqualTypeOf<true>();
});

test('room: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<roomTypes.Trailer, Infer<typeof room.Trailer>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<roomTypes.Member, Infer<typeof room.Member>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<roomTypes.Tail, Infer<typeof room.Tail>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<roomTypes.Signed, Infer<typeof room.Signed>>>().toEqualTypeOf<true>();
});

test('structure: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<structureTypes.Token, Infer<typeof structure.Token>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<structureTypes.Image, Infer<typeof structure.Image>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<structureTypes.Drive, Infer<typeof structure.Drive>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<structureTypes.Sections, Infer<typeof structure.Sections>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<structureTypes.Answer, Infer<typeof structure.Answer>>>().toEqualTypeOf<true>();
});

test('sums: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<sumsTypes.Frame, Infer<typeof sums.Frame>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sumsTypes.Whole, Infer<typeof sums.Whole>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sumsTypes.Words, Infer<typeof sums.Words>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sumsTypes.Halves, Infer<typeof sums.Halves>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<sumsTypes.Sizes, Infer<typeof sums.Sizes>>>().toEqualTypeOf<true>();
});

test('text: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<textTypes.Text, Infer<typeof text.Text>>>().toEqualTypeOf<true>();
});

test('varints: the generator and inference agree on the types of values', () => {
  expectTypeOf<Same<varintsTypes.Varints, Infer<typeof varints.Varints>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<varintsTypes.Prefixed, Infer<typeof varints.Prefixed>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<varintsTypes.Derived, Infer<typeof varints.Derived>>>().toEqualTypeOf<true>();
});
