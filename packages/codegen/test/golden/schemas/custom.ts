import { bytes, count, byteLength, custom, derived, external, firstOf, list, optional, prefix, sized, struct, toEnd, u8, u32be } from '@bytewright/schema-dsl';
import { packedDecimal, quicInteger } from '../external/custom.js';

const module = '../external/custom.js';
const integer = custom(external({ module, export: 'quicInteger' }, quicInteger), { max: 8, type: 'bigint' });
const decimal = custom(external({ module, export: 'packedDecimal' }, packedDecimal));

/** What a codec by hand reads is a value like any other: relations and conditions speak of it. */
export const QuicFrame = struct('QuicFrame', {
  stream: integer,
  size: derived(integer),
  offset: optional(integer),
  data: bytes(),
}).where(($) => [$.size.is(byteLength($.data)), $.offset.presentWhen($.stream.ge(4n))]);

/** Where values end is for the codec to know, or for a region around it. */
export const Ledger = struct('Ledger', {
  entries: derived(u8),
  amounts: list(decimal),
  total: sized(3, decimal),
  ids: list(integer, prefix(u8)),
}).where(($) => [$.entries.is(count($.amounts))]);

/** What a codec refuses can be something else. */
export const Fallback = struct('Fallback', {
  content: firstOf({ decimal: sized(4, decimal), plain: u32be }),
  rest: bytes(toEnd),
});
