import {
  bytes,
  derived,
  enumeration,
  i16be,
  list,
  literal,
  on,
  openEnumeration,
  optional,
  prefix,
  sleb128,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u64be,
  uleb128,
  union,
} from '@bytewright/schema-dsl';

const Color = enumeration(u8, { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 });

/** Names for the numbers of every kind of integer. */
export const Picture = struct('Picture', {
  magic: literal(Color, 'palette'),
  color: Color,
  unit: openEnumeration(u16be, { none: 0, inch: 2, 'centi-metre': 3 }),
  method: enumeration(u64be, { stored: 0n, deflated: 8n, constructor_: 0x8000000000000000n }),
  level: enumeration(sleb128(16), { least: -1, most: 300 }),
  tag: openEnumeration(uleb128(64), { end: 0n, start: 1n }),
  palette: optional(u8),
  each: list(Color, prefix(u8)),
}).where(($) => [$.palette.presentWhen($.color.eq('palette').or($.unit.ne('none')))]);

const Opcode = openEnumeration(u8, { get: 1, put: 2, drop: 3 });

/** A message whose kind is in its value. */
export const Request = struct('Request', {
  kind: Opcode,
  body: union({ get: u8, put: string(prefix(u8)), reset: on(9, u16be) }, { otherwise: bytes(toEnd) }),
}).where(($) => [$.body.tag($.kind)]);

/** A message whose kind follows from its body; other kinds are kept by name or number. */
export const Reply = struct('Reply', {
  kind: derived(Opcode),
  body: union(
    { get: u8, fetch: on('put', string(prefix(u8))) },
    { tag: 'kind', value: 'result', otherwise: bytes(toEnd), raw: 'rest', rawTag: 'code', tags: Opcode },
  ),
})
  .where(($) => [$.kind.is(tagOf($.body))])
  .flat('body');

/** All members have an arm. */
export const Event = struct('Event', {
  kind: derived(enumeration(u8, { moved: 1, pressed: 2 })),
  body: union({ moved: i16be, pressed: string(1, 'ascii') }),
}).where(($) => [$.kind.is(tagOf($.body))]);

/** Names that take more than a line. */
export const Long = struct('Long', {
  status: enumeration(u8, {
    'waiting for the first byte': 0,
    'waiting for the second byte': 1,
    'waiting for the third byte': 2,
    "somebody's mistake": 3,
    'nothing "at all"': 4,
  }),
  history: list(
    openEnumeration(u16be, {
      'a rather long name for a member': 1,
      'another rather long name': 2,
      'and a third one, which makes it two lines': 3,
    }),
    toEnd,
  ),
});
