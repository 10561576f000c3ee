import {
  byteLength,
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

const Temperatures = struct('Temperatures', { start: u32be, celsius: list(i16be, prefix(u16be)) });

const Entry = struct('Entry', {
  kind: derived(u8), // on the wire, not in the value
  length: derived(u16be),
  body: union({ note: on(1, string()), temperatures: on(2, Temperatures) }),
}).where(($) => [$.kind.is(tagOf($.body)), $.length.is(byteLength($.body))]);

export const SensorLog = struct('SensorLog', {
  magic: literal(u32be, 0x534c4f47), // "SLOG"
  station: string(prefix(u8)),
  entries: list(Entry, prefix(u16be)),
});
