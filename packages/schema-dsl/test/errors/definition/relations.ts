import type { SchemaErrorCode } from '../../../src/index.js';
import type { Fault } from '../fault.js';

export const relations = {
  'not-derived': {
    cure: 'Wrap the field in `derived(…)`, or use `check(… .eq(…))` if it stays in the value.',
    examples: [
      "struct('Packet', { length: u16be, data: bytes() }).where(($) => [$.length.is(byteLength($.data))])",
    ],
  },
  'undetermined-field': {
    cure: 'Add a relation that determines the field, or keep it in the value.',
    examples: ["struct('Packet', { length: derived(u16be), data: bytes(4) })"],
  },
  'underivable-field': {
    cure: 'Keep the field in the value, or derive a scalar.',
    examples: [
      "struct('Packet', { length: derived(preserve(uleb128(32))), data: bytes() }).where(($) => [$.length.is(byteLength($.data))])",
    ],
  },
  'derivation-cycle': {
    cure: 'Keep one of the fields in the value.',
    examples: [
      "struct('Pair', { a: derived(u8), b: derived(u8) }).where(($) => [$.a.is($.b.plus(1)), $.b.is($.a.minus(1))])",
      "struct('Head', { size: derived(u8) }).where(($) => [$.size.is($.size.plus(1))])",
    ],
  },
  'optional-derived': {
    cure: 'Put the field and what it measures into a struct, and make that optional.',
    examples: [
      `struct('Packet', { has: bool, length: derived(optional(u8)), data: bytes() })
  .where(($) => [$.length.presentWhen($.has), $.length.is(byteLength($.data))])`,
    ],
  },
  'conflicting-relations': {
    cure: 'Keep one of them; express other conditions as a `check(…)`.',
    examples: [
      `struct('Packet', { a: bool, b: bool, note: optional(u8) })
  .where(($) => [$.note.presentWhen($.a), $.note.presentWhen($.b)])`,
      "struct('File', { offset: u8, data: at(4, bytes(2)) }).where(($) => [$.data.at($.offset)])",
    ],
  },
  'unsolvable-relation': {
    cure: 'Use the unknown once, inside plus, minus, times and div only; give the other fields their own ends.',
    examples: [
      "struct('Square', { area: derived(u16be), side: bytes() }).where(($) => [$.area.is(byteLength($.side).times(byteLength($.side)))])",
      "struct('Two', { total: derived(u8), a: bytes(), b: bytes() }).where(($) => [$.total.is(byteLength($.a).plus(byteLength($.b)))])",
    ],
  },
  'misplaced-relation': {
    cure: 'State the relation on a field to which it applies.',
    examples: [
      "struct('Packet', { has: bool, note: u8 }).where(($) => [$.note.presentWhen($.has)])",
      "struct('Packet', { kind: u8, body: bytes(4) }).where(($) => [$.body.tag($.kind)])",
      "struct('Packet', { kind: derived(u8), body: bytes(4) }).where(($) => [$.kind.is(tagOf($.body))])",
      "struct('File', { offset: u8, data: bytes(2) }).where(($) => [$.data.at($.offset)])",
    ],
  },
  'invalid-relation': {
    cure: 'Return a list of relations from `where()`, and an expression from a condition.',
    examples: [
      "struct('Packet', { length: derived(u8), data: bytes() }).where(($) => { $.length.is(byteLength($.data)); })",
      "struct('Packet', { rows: list(u8, endsAfter(() => true)) })",
    ],
  },
  'constant-condition': {
    cure: 'Refer to something that is decoded: the element, or a field.',
    examples: ["struct('Table', { rows: list(u8, endsAfter(() => constant(1).eq(1))) })"],
  },
  'unknown-field': {
    cure: 'Use a field or flag that exists; the message lists them.',
    examples: [
      "struct('Packet', { length: u8 }).where(($) => [check($.lenght.gt(0))])",
      "struct('File', { head: struct('Head', { size: u8 }), n: u8 }).where(($) => [check($.head.$.count.gt(0))])",
      "struct('Packet', { set: flags(u8, { urgent: 0 }), n: optional(u8) }).where(($) => [$.n.presentWhen($.set.$.urgnet)])",
      "struct('Table', { rows: list(struct('Row', { last: bool }), endsAfter(($) => $.final)) })",
    ],
  },
  'hidden-field': {
    cure: 'Keep the field in the value, or state the relation in the struct that contains it.',
    examples: [
      "struct('Packet', { end: atEnd, note: optional(u8) }).where(($) => [$.note.presentWhen($.end)])",
      "struct('File', { head: struct('Head', { magic: literal(u8, 1) }), n: u8 }).where(($) => [check($.head.$.magic.eq($.n))])",
    ],
  },
  'used-before-decoded': {
    cure: 'Move the field before the one that needs it.',
    examples: [
      "struct('Packet', { note: optional(u8), has: bool }).where(($) => [$.note.presentWhen($.has)])",
    ],
  },
  'peek-only': {
    cure: 'Use a peeked field only to decide presence and arms; for sizes and checks, use a field that is consumed.',
    examples: [
      `const size = parameter('size', u8);
struct('Packet', { next: peek(u8), body: struct('Body', { data: bytes(size) }) }).where(($) => [$.body.with(size.of($.next))])`,
      "struct('Packet', { next: peek(u8), n: u8 }).where(($) => [check($.next.eq(1))])",
      `struct('Packet', { kind: derived(u8), next: peek(u8), body: union({ a: on(0, u8), b: on(1, u16be) }) })
  .where(($) => [$.body.tag($.next), $.kind.is(tagOf($.body))])`,
    ],
  },
  'absent-value': {
    cure: 'Use a field that is always present, or put both into an optional struct.',
    examples: [
      `struct('Packet', { kind: derived(u8), has: bool, body: optional(union({ a: u8, b: u16be })) })
  .where(($) => [$.body.presentWhen($.has), $.kind.is(tagOf($.body))])`,
      `const Row = struct('Row', { has: bool, last: optional(u8) }).where(($) => [$.last.presentWhen($.has)]);
struct('Table', { rows: list(Row, endsAfter(($) => $.last.eq(1))) })`,
    ],
  },
  'no-single-place': {
    cure: 'Use the value that gives its offset, or state it inside the positioned node.',
    examples: [
      "struct('File', { where: u8, data: at(bytes(2)), copy: derived(u8) }).where(($) => [$.data.at($.where), $.copy.is(offsetOf($.data))])",
    ],
  },
  'not-comparable': {
    cure: 'Compare numbers, strings and booleans: a field of the struct, or part of the field.',
    examples: [
      "struct('Table', { rows: list(struct('Row', { data: bytes(2) }), endsAfter(($) => $.data.eq('0000'))) })",
      "struct('Table', { rows: list(f32be, endsAfter(($) => $.eq(0))) })",
    ],
  },
  'type-mismatch': {
    cure: 'Use operands of the same type.',
    examples: [
      "struct('Packet', { a: bytes(2), n: u8 }).where(($) => [check($.a.eq($.n))])",
      "struct('Packet', { a: bytes(2), b: bytes(2) }).where(($) => [check($.a.lt($.b))])",
      "struct('Packet', { kind: derived(enumeration(u8, { a: 1 })), n: u8 }).where(($) => [$.kind.is($.n)])",
      "struct('Packet', { data: bytes(4), last: u8 }).where(($) => [check($.last.eq('end'))])",
      "struct('Packet', { set: flags(u8, { urgent: 0 }), n: u8 }).where(($) => [check($.set.eq(1))])",
    ],
  },
  'unknown-member': {
    cure: 'Use one of the names of the enumeration, or add the member.',
    examples: [
      "struct('Packet', { kind: enumeration(u8, { text: 1, image: 2 }) }).where(($) => [check($.kind.ne('video'))])",
    ],
  },
  'costly-pattern': {
    cure: 'Use character classes, a leading `^`, and at most one unbounded repeat.',
    examples: [
      "struct('Name', { name: string(cstring) }).where(($) => [check($.name.matches(/^(ab)+$/))])",
      "struct('Name', { name: string(cstring) }).where(($) => [check($.name.matches(/^a*b*$/))])",
      "struct('Name', { name: string(cstring) }).where(($) => [check($.name.matches(/a+$/))])",
    ],
  },
} satisfies Partial<Record<SchemaErrorCode, Fault>>;
