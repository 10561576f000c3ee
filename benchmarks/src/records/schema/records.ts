import {
  bool,
  enumeration,
  f32be,
  f64be,
  i16be,
  list,
  literal,
  prefix,
  string,
  struct,
  u8,
  u16be,
  u32be,
  u64be,
} from '@bytewright/schema-dsl';

/** A record has a few of these. */
const Tag = struct('Tag', { key: u16be, value: u32be });

/** Twelve fields of as many kinds as records usually mix. */
const Row = struct('Row', {
  id: u32be,
  kind: enumeration(u8, { alpha: 0, beta: 1, gamma: 2 }),
  flags: u16be,
  created: u64be,
  latitude: f64be,
  longitude: f64be,
  temperature: i16be,
  score: f32be,
  active: bool,
  name: string(prefix(u8)),
  note: string(prefix(u16be)),
  tags: list(Tag, prefix(u8)),
});

/** Many records, one after another. */
export const Table = struct('Table', { magic: literal(u32be, 0x5245434f), rows: list(Row, prefix(u32be)) });
