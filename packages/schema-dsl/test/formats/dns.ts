import {
  bit,
  byteLength,
  bytes,
  count,
  derived,
  list,
  literal,
  on,
  peek,
  prefix,
  range,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32be,
  ubits,
  union,
  whilePeek,
} from '@bytewright/schema-dsl';

// A DNS message: RFC 1035, with AAAA of RFC 3596.

/** A name's labels and its ending: an empty label, or a pointer to the rest. */
const Domain = struct('Domain', {
  labels: list(
    string(prefix(u8), 'latin1'),
    whilePeek(u8, (size) => size.ge(1).and(size.le(63))),
  ),
  next: peek(u8),
  end: union({
    pointer: on(range(0xc0, 0xff), struct('Pointer', { mark: ubits(2), offset: ubits(14) })),
    root: on(0, struct('Root', { zero: literal(u8, 0) })),
  }),
}).where(($) => [$.end.tag($.next)]);

const Question = struct('Question', { name: Domain, type: u16be, class: u16be });

const Resource = struct('Resource', {
  name: Domain,
  type: derived(u16be),
  class: u16be,
  ttl: u32be,
  length: derived(u16be),
  data: union(
    {
      A: on(1, bytes(4)),
      NS: on(2, Domain),
      CNAME: on(5, Domain),
      MX: on(15, struct('Exchange', { preference: u16be, host: Domain })),
      TXT: on(16, list(string(prefix(u8), 'latin1'), toEnd)),
      AAAA: on(28, bytes(16)),
    },
    { otherwise: bytes(), rawTag: 'code' },
  ),
}).where(($) => [$.type.is(tagOf($.data)), $.length.is(byteLength($.data))]);

export const Message = struct('Message', {
  id: u16be,
  isResponse: bit,
  opcode: ubits(4),
  isAuthoritative: bit,
  isTruncated: bit,
  recursionDesired: bit,
  recursionAvailable: bit,
  reserved: literal(ubits(3), 0),
  responseCode: ubits(4),
  questionCount: derived(u16be),
  answerCount: derived(u16be),
  authorityCount: derived(u16be),
  additionalCount: derived(u16be),
  questions: list(Question),
  answers: list(Resource),
  authorities: list(Resource),
  additionals: list(Resource),
}).where(($) => [
  $.questionCount.is(count($.questions)),
  $.answerCount.is(count($.answers)),
  $.authorityCount.is(count($.authorities)),
  $.additionalCount.is(count($.additionals)),
]);
