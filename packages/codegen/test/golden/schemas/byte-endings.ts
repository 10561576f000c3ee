import {
  byteLength,
  bytes,
  cstring,
  derived,
  firstOf,
  padded,
  padding,
  parameter,
  prefix,
  reserved,
  sized,
  string,
  struct,
  terminated,
  u16be,
  u8,
} from '@bytewright/schema-dsl';

const width = parameter('width', u8);

/** Text and bytes that end with a terminator. */
export const Terminated = struct('Terminated', {
  size: derived(u8),
  name: string(cstring, 'latin1'),
  line: string(terminated('0d0a'), 'ascii'),
  wide: string(cstring, 'utf-16le'),
  blob: bytes(terminated(0xff)),
  marks: sized(2, bytes(terminated('01'))),
}).where(($) => [$.size.is(byteLength($.name))]);

/** Fields whose size its holder knows. */
export const Slot = struct('Slot', {
  label: string(padded(width), 'utf-8'),
  data: bytes(padded(width.plus(1), 0x2a)),
  unused: reserved(width),
  gap: padding(width),
});

/** Fields that are filled up, and bytes without a meaning. */
export const Padded = struct('Padded', {
  name: string(padded(8), 'ascii'),
  wide: string(padded(6, 0x20), 'utf-16be'),
  data: bytes(padded(3)),
  unused: reserved(4),
  gap: padding(2, 0xff),
  slotWidth: u8,
  slot: Slot,
}).where(($) => [$.slot.with(width.of($.slotWidth))]);

/** The same where it is only tried. */
export const Tried = struct('Tried', {
  one: firstOf({
    text: string(cstring, 'ascii'),
    field: struct('Field', { name: bytes(padded(2, 0x20)), gap: padding(1), note: reserved(1) }),
    number: u16be,
  }),
  rest: string(prefix(u8), 'utf-16be'),
});
