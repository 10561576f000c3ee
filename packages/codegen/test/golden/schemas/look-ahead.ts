import {
  atEnd, bool, bytes, check, derived, endsWith, firstOf, list, literal, lookahead, optional, parameter, peek, prefix, presence, string, struct, toEnd,
  u16be, u32be, u8, until,
} from '@bytewright/schema-dsl';

/** What marks the end of a record, with the record's own number. */
export const number = parameter('number', u8);
export const marked = parameter('marked', bool);

const Mark = struct('Mark', { mark: literal(u8, 0xee), number: derived(u8) }).where(($) => [$.number.is(number)]);
const Start = struct('Start', { type: literal(u8, 0xaa), number: u8, name: string(prefix(u8), 'ascii') }).where(($) => [
  check($.name.matches(/^[a-z]+$/), 'a lower-case name'),
]);
const Stop = struct('Stop', { stop: literal(u8, 0), end: atEnd });
const Next = struct('Next', { mark: derived(optional(Mark)), next: firstOf({ start: Start, stop: Stop }) }).where(($) => [
  $.mark.presentWhen(marked),
]);
const Alone = struct('Alone', { mark: Mark }).where(() => [check(marked, 'a marked file')]);

/** A record without a length: its body ends where the next one begins. */
export const Record = struct('Record', {
  type: literal(u8, 0xaa),
  number: u8,
  name: string(prefix(u8), 'ascii'),
  body: bytes(until(Next, Alone)),
  mark: derived(optional(Mark)),
}).where(($) => [
  check($.name.matches(/^[a-z]+$/), 'a lower-case name'),
  $.body.with(number.of($.number)),
  $.mark.presentWhen(marked),
  $.mark.with(number.of($.number)),
]);

const FirstMarked = struct('FirstMarked', {
  start: Start,
  body: bytes(until(Start, literal(u8, 0xee))),
  mark: literal(u8, 0xee),
});

/** Records that have marks, or have none: the first one shows. */
export const Records = struct('Records', {
  marked: lookahead(FirstMarked),
  records: list(Record, endsWith(literal(u8, 0))),
  rest: bytes(toEnd),
}).where(($) => [$.records.with(marked.of($.marked))]);

const Note = struct('Note', { five: literal(u8, 5), text: string(prefix(u8)) });

/** Each look-ahead by itself. */
export const Looks = struct('Looks', {
  next: peek(u8),
  note: optional(Note),
  flagged: presence(literal(u16be, 0xbeef)),
  value: firstOf(
    { small: struct('Small', { zero: literal(u8, 0), value: u8 }), large: struct('Large', { value: u32be }) },
    { tag: 'size', value: 'number', followedBy: [literal(u8, 1), literal(u8, 2)] },
  ),
  after: u8,
}).where(($) => [$.note.presentWhen($.next.eq(5))]);
