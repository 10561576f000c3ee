import {
  bit,
  byteLength,
  bytes,
  derived,
  internetChecksum,
  literal,
  on,
  span,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  ubits,
  union,
} from '@bytewright/schema-dsl';
import { destination, source, Tcp } from './tcp.js';

/** An IPv4 packet. A payload that is not a complete, valid TCP segment stays bytes. */
const Ipv4 = struct('Ipv4', {
  version: literal(ubits(4), 4),
  headerWords: derived(ubits(4)),
  differentiatedServices: ubits(6),
  congestion: ubits(2),
  totalLength: derived(u16be),
  identification: u16be,
  reserved: bit,
  dontFragment: bit,
  moreFragments: bit,
  fragmentOffset: ubits(13).unit('8 bytes'),
  timeToLive: u8.unit('hops'),
  protocol: u8,
  checksum: derived(u16be),
  source: u32be,
  destination: u32be,
  options: bytes(),
  body: union({ tcp: on(6, Tcp) }, { otherwise: bytes(toEnd), fallback: 'no arm fits' }),
})
  .source('RFC 791, section 3.1')
  .where(($) => [
    $.headerWords.is(byteLength($.options).div(4).plus(5)),
    $.totalLength.is(byteLength(span($.version, $.body))),
    $.checksum.is(internetChecksum(span($.version, $.options))),
    $.body.tag($.protocol),
    $.body.with(source.of($.source), destination.of($.destination)),
  ]);

/** A packet, and the padding that brings a short frame up to its minimum size. */
const Ipv4Frame = struct('Ipv4Frame', { packet: Ipv4, padding: bytes(toEnd) });

/** An Ethernet II frame. A payload that is not a complete packet of a known kind stays bytes. */
export const Frame = struct('Frame', {
  destination: bytes(6),
  source: bytes(6),
  etherType: u16be,
  content: union({ ipv4: on(0x0800, Ipv4Frame) }, { otherwise: bytes(toEnd), fallback: 'no arm fits' }),
})
  .source('IEEE 802.3, section 3.2.6')
  .where(($) => [$.content.tag($.etherType)]);
