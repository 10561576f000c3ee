import { bytes, byteLength, derived, prefix, string, struct, toEnd, u16be, u32le, u64be, u8 } from '@bytewright/schema-dsl';

/** Text and bytes, with each way to say how long they are. */
export const Text = struct('Text', {
  fixed: string(4, 'ascii'),
  prefixed: string(prefix(u8), 'latin1'),
  blobSize: derived(u16be),
  longSize: derived(u64be),
  label: string(prefix(u32le)),
  blob: bytes(),
  long: string(),
  four: bytes(4),
  rest: bytes(toEnd),
  tail: u16be,
}).where(($) => [$.blobSize.is(byteLength($.blob).times(2).plus(6)), $.longSize.is(byteLength($.long))]);
