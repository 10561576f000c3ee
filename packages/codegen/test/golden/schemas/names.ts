import { byteLength, check, derived, prefix, string, struct, sized, u16be, u32be, u8, bytes } from '@bytewright/schema-dsl';

/** Fields whose names mean something to JavaScript or to generated functions. */
export const Names = struct('Names', {
  input: u8,
  value: u16be,
  bytes: bytes(prefix(u8)),
  view: string(prefix(u8), 'ascii'),
  end: u32be,
  offset: u8,
  class: u8,
  default: sized(prefix(u8), struct('Inner', { item: u8, size: u8 })),
  start: derived(u8),
  index: u8,
}).where(($) => [$.start.is(byteLength($.bytes)), check($.value.ge($.offset), 'a value not below the offset')]);
