import {
  byteLength,
  bytes,
  derived,
  i16be,
  list,
  literal,
  on,
  prefix,
  string,
  struct,
  tagOf,
  u8,
  u16be,
  u32be,
  union,
} from '@bytewright/schema-dsl';

/** Samples in hundredths of a degree Celsius. */
export const Temperatures = struct('Temperatures', { start: u32be, samples: list(i16be, prefix(u16be)) });

export const Entry = struct('Entry', {
  kind: derived(u8),
  length: derived(u16be),
  body: union({ note: on(1, string()), temperatures: on(2, Temperatures), image: on(3, bytes()) }),
}).where(($) => [$.kind.is(tagOf($.body)), $.length.is(byteLength($.body))]);

export const SensorLog = struct('SensorLog', {
  magic: literal(bytes(4), '534c4f47'),
  station: string(prefix(u8)),
  entries: list(Entry, prefix(u16be)),
});
