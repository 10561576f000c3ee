import type { Node } from '@bytewright/schema-dsl';
import {
  at,
  bool,
  byteLength,
  bytes,
  crc32,
  derived,
  endsAfter,
  enumeration,
  firstOf,
  list,
  literal,
  on,
  optional,
  prefix,
  present,
  span,
  string,
  struct,
  u8,
  u16be,
  u24be,
  u32be,
  union,
  until,
} from '@bytewright/schema-dsl';
import type { MessageExample } from './example.js';

const Packet = struct('SizedPacket', { length: derived(u16be), data: bytes() }).where(($) => [
  $.length.is(byteLength($.data)),
]);
const Point = struct('CodePoint', { x: u8, y: u8 });
const Image = struct('MagicImage', { magic: literal(u16be, 0x8950) });
const Name = struct('AsciiName', { name: string(prefix(u8), 'ascii') });
const Reply = struct('StatusReply', { status: enumeration(u8, { ok: 0, failed: 1 }) });
const Copied = struct('CopiedLength', { n: derived(u8), data: bytes(prefix(u8)) }).where(($) => [
  $.n.is(byteLength($.data)),
]);
const Summed = struct('SummedBytes', { kind: u8, data: bytes(2), crc: derived(u32be) }).where(($) => [
  $.crc.is(crc32(span($.kind, $.data))),
]);
const Mirror = struct('MirroredLists', { a: list(u24be, 2), b: derived(list(u24be, 2)) }).where(($) => [
  $.b.is($.a),
]);
const Body = struct('TaggedBody', { kind: u8, body: union({ one: on(1, u8), two: on(2, u16be) }) }).where(
  ($) => [$.body.tag($.kind)],
);
const Either = struct('EitherMark', { body: firstOf({ yes: literal(u8, 1), no: literal(u8, 0) }) });
const Line = struct('MarkedLine', { text: bytes(until(literal(u8, 10))), end: literal(u8, 10) });
const Placed = struct('PlacedParts', { a: u8, b: u8, first: at(bytes(2)), second: at(bytes(2)) }).where(
  ($) => [$.first.at($.a), $.second.at($.b)],
);
const Gap = struct('GapBehind', { offset: u8, data: at(bytes(1)) }).where(($) => [$.data.at($.offset)]);
interface DeepTree {
  readonly next?: DeepTree | undefined;
}
const Tree: Node<DeepTree> = struct('DeepTree', {
  more: derived(bool),
  get next() {
    return optional(Tree);
  },
}).where(($) => [$.more.is(present($.next))]);
const Noted = struct('NotedByte', { has: u8, note: optional(u8) }).where(($) => [
  $.note.presentWhen($.has.gt(0)),
]);
const Ended = struct('EndedList', {
  items: list(
    struct('EndedItem', { last: u8 }),
    endsAfter(($) => $.last.eq(1)),
  ),
});
const Key = struct('FixedKey', { key: bytes(4) });

/** One of each code at least, of decode and of encode. */
export const codeMessages: readonly MessageExample[] = [
  {
    schema: Packet,
    hex: '00 05 61 62',
    message: 'data at byte 2 (0x2): expected 5 bytes, found 2 bytes (unexpected-end)',
  },
  {
    schema: Point,
    hex: '01 02 03',
    message: 'at byte 2 (0x2): expected the end, found 1 more byte (trailing-bytes)',
  },
  {
    schema: Image,
    hex: '47 49',
    message: 'magic at byte 0 (0x0): expected 0x8950 (35152), found 0x4749 (18249) (wrong-constant)',
  },
  {
    schema: Name,
    hex: '02 61 c3',
    message: 'name at byte 2 (0x2): expected ascii text, found byte 0xc3 (195) (invalid-text)',
  },
  {
    schema: Reply,
    hex: '07',
    message: 'status at byte 0 (0x0): expected one of ok (0), failed (1), found 7 (invalid-value)',
  },
  {
    schema: Copied,
    hex: '03 01 61',
    message: 'n at byte 0 (0x0): expected byteLength(data) = 2, found 3 (mismatch)',
  },
  {
    schema: Summed,
    hex: '01 02 03 00 00 00 00',
    message:
      'crc at byte 3 (0x3): expected crc32 over kind to data = 0x55bc801d (1438416925), found 0 (mismatch)',
  },
  {
    schema: Mirror,
    hex: '000001 000002 000001 000003',
    message: 'b at byte 6 (0x6): expected the same as a, 2 at [1], found 3 at [1] (mismatch)',
  },
  {
    schema: Body,
    hex: '09 00',
    message: 'body at byte 1 (0x1): expected one of 1, 2, found kind 9 (unknown-tag)',
  },
  {
    schema: Either,
    hex: '02 03',
    message: 'body at byte 0 (0x0): expected one of "yes", "no", found bytes 02 03 (no-arm)',
  },
  {
    schema: Either,
    hex: '',
    message: 'body at byte 0 (0x0): expected one of "yes", "no", found the end (no-arm)',
  },
  {
    schema: Line,
    hex: '61 62 63',
    message:
      'text at byte 0 (0x0): expected u8 constant where the bytes end, found none in 3 bytes (no-boundary)',
  },
  {
    schema: Placed,
    hex: '02 03 61 62 63',
    message: 'second at byte 3 (0x3): expected bytes of its own, found 1 byte of first (overlap)',
  },
  {
    schema: Gap,
    hex: '02 00 61',
    message:
      'at byte 1 (0x1): expected bytes that a field holds, found 1 byte that none holds (unclaimed-bytes)',
  },
  {
    schema: Tree,
    hex: '01 01 00',
    options: { limits: { depth: 2 } },
    message:
      'next.next at byte 2 (0x2): expected at most 2 nested structs (limits.depth), found 3 (limit-exceeded)',
  },
  {
    schema: Point,
    hex: '01 02',
    options: { limits: { inputSize: 1 } },
    message:
      'at byte 0 (0x0): expected at most 1 bytes of input (limits.inputSize), found 2 bytes (limit-exceeded)',
  },
  {
    schema: Point,
    value: { x: 1, y: '2' },
    message: 'y at byte 1 (0x1): expected u8, an integer, found "2" (wrong-type)',
  },
  {
    schema: Point,
    value: { x: 1, y: { z: 2 } },
    message: 'y at byte 1 (0x1): expected u8, an integer, found { z: 2 } (wrong-type)',
  },
  {
    schema: Point,
    value: { x: 1, y: 256 },
    message: 'y at byte 1 (0x1): expected u8, 0 to 0xff (255), found 0x100 (256) (out-of-range)',
  },
  {
    schema: Point,
    value: { x: 1, y: 2, why: 3 },
    message: 'why at byte 0 (0x0): expected the keys x, y, found "why" (unknown-key)',
  },
  {
    schema: Reply,
    value: { status: 'fine' },
    message: 'status at byte 0 (0x0): expected one of ok (0), failed (1), found "fine" (invalid-value)',
  },
  {
    schema: Reply,
    value: { state: 'ok' },
    message:
      'state at byte 0 (0x0): expected the key status, found "state"; did you mean status? (unknown-key)',
  },
  {
    schema: Name,
    value: { name: 'José' },
    message: 'name: expected ascii text, found U+00E9 at character 3 (invalid-text)',
  },
  {
    schema: Copied,
    value: { n: 9, data: Uint8Array.of(1) },
    message: 'n at byte 0 (0x0): expected 2, found 9 (mismatch)',
  },
  {
    schema: Noted,
    value: { has: 0, note: 5 },
    message: 'note at byte 1 (0x1): expected undefined, as has > 0 is false, found 5 (mismatch)',
  },
  {
    schema: Noted,
    value: { has: 1 },
    message: 'note at byte 1 (0x1): expected a value, as has > 0 is true, found undefined (mismatch)',
  },
  {
    schema: Ended,
    value: { items: [] },
    message:
      'items at byte 0 (0x0): expected element.last = 1 in the last element, found no elements (mismatch)',
  },
  {
    schema: Ended,
    value: { items: [{ last: 1 }, { last: 1 }] },
    message:
      'items[0] at byte 0 (0x0): expected element.last = 1 in the last element alone, found element.last 1 (mismatch)',
  },
  {
    schema: Body,
    value: { kind: 1, body: { type: 'three', value: 1 } },
    message: 'body.type: expected one of "one", "two", found "three" (unknown-tag)',
  },
  {
    schema: Line,
    value: { text: Uint8Array.of(97, 10, 98) },
    message:
      'text at byte 0 (0x0): expected bytes that read as this value, found bytes 61 0a 62 0a, which a decoder would read otherwise (ambiguous)',
  },
  {
    schema: Placed,
    value: { a: 2, b: 3, first: Uint8Array.of(1, 2), second: Uint8Array.of(3, 4) },
    message: 'second: expected bytes of its own, found 1 byte of first (overlap)',
  },
  {
    schema: Key,
    value: { key: Uint8Array.of(1, 2, 3) },
    message: 'key at byte 0 (0x0): expected length 4, found length 3 (wrong-length)',
  },
  {
    schema: Gap,
    value: { offset: 2, data: Uint8Array.of(1) },
    message: 'expected bytes that a field holds, found 1 byte at 1 that none holds (unclaimed-bytes)',
  },
];
