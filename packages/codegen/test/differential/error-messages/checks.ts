import {
  bytes,
  check,
  computed,
  count,
  enumeration,
  external,
  flags,
  list,
  on,
  optional,
  parameter,
  prefix,
  present,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u64be,
  union,
} from '@bytewright/schema-dsl';
import { vowels } from '../own-code.js';
import type { MessageExample } from './example.js';

const countVowels = external({ module: './own-code.js', export: 'vowels' }, vowels);

const Sized = struct('Sized', { size: u8 }).where(($) => [check($.size.le(64))]);
const Limited = struct('Limited', { limit: u8, size: u8 }).where(($) => [
  check($.size.le($.limit), 'a size that the limit allows'),
]);
const version = parameter('version', u8);
const Body = struct('VersionedBody', { x: u8 }).where(() => [check(version.ge(2), 'version 2 or later')]);
const Versioned = struct('Versioned', { version: u8, body: Body }).where(($) => [
  $.body.with(version.of($.version)),
]);
const Header = struct('CheckedHeader', { flags: flags(u8, { urgent: 0, last: 1 }), kind: u8 });
const Flagged = struct('Flagged', { header: Header, end: u8 }).where(($) => [
  check($.header.$.flags.$.urgent.not().or($.header.$.kind.eq(7).and($.end.ne(0))), 'kind 7 where urgent'),
]);
const OneFlag = struct('OneFlag', { flags: flags(u8, { urgent: 0, last: 1 }) }).where(($) => [
  check($.flags.$.urgent),
]);
const Colour = enumeration(u8, { red: 1, green: 2 });
const Painted = struct('Painted', { colour: Colour }).where(($) => [check($.colour.eq('red'), 'red')]);
const Long = struct('LongAddress', { address: u64be }).where(($) => [check($.address.lt(0x1000n))]);
const Named = struct('NamedCheck', { name: string(prefix(u8)) }).where(($) => [
  check($.name.matches(/^[a-z]+$/), 'a lower-case name'),
]);
const Short = struct('ShortName', { name: string(prefix(u8)) }).where(($) => [check($.name.size().lt(3))]);
const Vowels = struct('Vowels', { name: string(prefix(u8)) }).where(($) => [
  check(computed(countVowels, $.name).gt(0), 'a name that can be said'),
]);
const Counted = struct('CountedItems', { items: list(u16be, prefix(u8)) }).where(($) => [
  check(count($.items).gt(1)),
]);
const Absent = struct('AbsentNote', { has: u8, note: optional(u8) }).where(($) => [
  $.note.presentWhen($.has.gt(0)),
  check(present($.note).or($.has.eq(0)).and($.note.ne(5)).and($.note.ne(6)), 'a note other than 5 and 6'),
]);
const Tagged = struct('TaggedCheck', { kind: u8, body: union({ one: on(1, u8), two: on(2, u8) }) }).where(
  ($) => [$.body.tag($.kind), check(tagOf($.body).eq(1), 'the first kind')],
);
const Many = struct('ManyOperands', { a: u8, b: u8, c: u8, d: u8, e: u8, f: u8 }).where(($) => [
  check($.a.plus($.b).plus($.c).plus($.d).plus($.e).plus($.f).lt(10), 'a sum below 10'),
]);
const Content = struct('ContentCheck', { key: bytes(4), copy: bytes(4) }).where(($) => [
  check($.key.ne($.copy)),
]);
const Lists = struct('ListsCheck', {
  a: list(string(prefix(u8)), prefix(u8)),
  b: list(string(prefix(u8)), prefix(u8)),
}).where(($) => [check($.a.eq($.b), 'two equal lists')]);

/** Checks of the author's: the values in them, by name where the path is not the name already. */
export const checkMessages: readonly MessageExample[] = [
  {
    schema: Sized,
    hex: '50',
    message: 'size at byte 0 (0x0): expected size ≤ 64, found 0x50 (80) (check-failed)',
  },
  {
    schema: Sized,
    value: { size: 80 },
    message: 'size at byte 0 (0x0): expected size ≤ 64, found 0x50 (80) (check-failed)',
  },
  {
    schema: Limited,
    hex: '40 50',
    message:
      'size at byte 1 (0x1): expected a size that the limit allows, found size 0x50 (80), limit 0x40 (64) (check-failed)',
  },
  {
    schema: Versioned,
    hex: '01 00',
    message: 'body at byte 1 (0x1): expected version 2 or later, found version 1 (check-failed)',
  },
  {
    schema: Versioned,
    value: { version: 1, body: { x: 0 } },
    message: 'body at byte 1 (0x1): expected version 2 or later, found version 1 (check-failed)',
  },
  {
    schema: Flagged,
    hex: '01 07 00',
    message:
      'end at byte 2 (0x2): expected kind 7 where urgent, found header.flags.urgent true, header.kind 7, end 0 (check-failed)',
  },
  {
    schema: OneFlag,
    hex: '02',
    message: 'flags at byte 0 (0x0): expected flags.urgent, found flags.urgent false (check-failed)',
  },
  {
    schema: Painted,
    hex: '02',
    message: 'colour at byte 0 (0x0): expected red, found "green" (check-failed)',
  },
  {
    schema: Long,
    hex: '00 00 00 00 00 00 20 00',
    message: 'address at byte 0 (0x0): expected address < 4096, found 0x2000 (8192n) (check-failed)',
  },
  {
    schema: Named,
    hex: '04 41 1b e2 80', // not reached: the text is ill-formed
    message: 'name at byte 3 (0x3): expected utf-8 text, found byte 0xe2 (226) (invalid-text)',
  },
  {
    schema: Named,
    hex: '05 41 1b e2 80 ae',
    message: 'name at byte 0 (0x0): expected a lower-case name, found "A\\u001b\\u202e" (check-failed)',
  },
  {
    schema: Short,
    hex: '03 61 62 63',
    message: 'name at byte 0 (0x0): expected (length of name) < 3, found length of name = 3 (check-failed)',
  },
  {
    schema: Vowels,
    hex: '03 62 63 64',
    message: 'name at byte 0 (0x0): expected a name that can be said, found vowels(name) = 0 (check-failed)',
  },
  {
    schema: Counted,
    hex: '01 00 07',
    message: 'items at byte 0 (0x0): expected count(items) > 1, found count(items) = 1 (check-failed)',
  },
  {
    schema: Absent,
    hex: '01 05',
    message:
      'note at byte 1 (0x1): expected a note other than 5 and 6, found present(note) = true, has 1, note 5 (check-failed)',
  },
  {
    schema: Tagged,
    hex: '02 00',
    message: 'body at byte 1 (0x1): expected the first kind, found tagOf(body) = 2 (check-failed)',
  },
  {
    schema: Many,
    hex: '01 02 03 04 05 06',
    message: 'f at byte 5 (0x5): expected a sum below 10, found a 1, b 2, c 3, d 4 and 2 more (check-failed)',
  },
  {
    schema: Content,
    hex: '01 02 03 04 01 02 03 04',
    message:
      'copy at byte 4 (0x4): expected key ≠ copy, found key bytes 01 02 03 04, copy bytes 01 02 03 04 (check-failed)',
  },
  {
    schema: Lists,
    hex: '01 01 61 02 01 61 01 62',
    message: 'b at byte 3 (0x3): expected two equal lists, found a ["a"], b ["a", "b"] (check-failed)',
  },
];
