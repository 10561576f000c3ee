import {
  bijection, byteLength, bytes, crc32, derived, external, firstOf, list, literal, parameter, prefix, processed, rotateLeft, sized, span, string, struct,
  swapBytes, toEnd, u16be, u32be, u8, until, xor,
} from '@bytewright/schema-dsl';
import { reversed } from '../external/processors.js';

const Spot = struct('Spot', { x: u8, y: u16be });

/** Each processor in a region of its own: of a fixed size, behind a length, and bounded by a relation. */
export const Regions = struct('Regions', {
  hidden: processed(xor(0x5a), 3, Spot),
  text: processed(rotateLeft(1), prefix(u8), string(toEnd, 'ascii')),
  length: derived(u8),
  words: processed(swapBytes(2), list(u16be)),
  secret: processed(xor('deadbeef'), prefix(u8), bytes(toEnd)),
}).where(($) => [$.length.is(byteLength($.words))]);

/** The payload of a masked frame (RFC 6455, section 5.3). */
export const mask = parameter('mask', u32be);
export const Masked = struct('Masked', { length: derived(u8), mask: u32be, payload: processed(xor(mask, 4), string(toEnd)) }).where(($) => [
  $.length.is(byteLength($.payload)),
  $.payload.with(mask.of($.mask)),
]);

const back = external({ module: '../external/processors.js', export: 'reversed' }, reversed);
const Remark = struct('Remark', { text: bytes(until(literal(u8, 0))), zero: literal(u8, 0), rest: bytes(toEnd) });

/** By a function of the author's; checksums and searches are on the changed bytes outside, on the others inside. */
export const Outer = struct('Outer', {
  size: derived(u8),
  inner: processed(bijection(back, back), processed(xor(1), Remark)),
  crc: derived(u32be),
}).where(($) => [$.size.is(byteLength($.inner)), $.crc.is(crc32(span($.inner, $.inner)))]);

/** What is changed decides between alternatives. */
export const Changed = struct('Changed', {
  content: firstOf({ changed: sized(4, processed(swapBytes(4), struct('Tagged', { tag: literal(u8, 7), value: u8, more: u16be }))), plain: u32be }),
});
