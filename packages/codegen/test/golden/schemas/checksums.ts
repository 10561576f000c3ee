import {
  byteLength, bytes, checksum, constant, crc32, derived, external, firstOf, internetChecksum, literal, parameter, span, string, struct, toEnd, u16be, u16le,
  u32be, u32le, u8, virtual,
} from '@bytewright/schema-dsl';
import adler32, { tarSum } from '../external/checksums.js';

/** A chunk of a PNG file. */
export const PngChunk = struct('PngChunk', { length: derived(u32be), type: string(4, 'ascii'), body: bytes(), crc: derived(u32be) }).where(($) => [
  $.length.is(byteLength($.body)),
  $.crc.is(crc32(span($.type, $.body))),
]);

/** An IPv4 header without options: the checksum covers itself. */
export const Ipv4Header = struct('Ipv4Header', {
  versionAndLength: literal(u8, 0x45),
  service: u8,
  totalLength: u16be,
  identification: u16be,
  fragment: u16be,
  timeToLive: u8,
  protocol: u8,
  checksum: derived(u16be),
  source: u32be,
  destination: u32be,
}).where(($) => [$.checksum.is(internetChecksum(span($.versionAndLength, $.destination)))]);

export const source = parameter('source', u32be);
export const destination = parameter('destination', u32be);

/** What UDP sums up in front of a datagram (RFC 768). */
const PseudoHeader = struct('PseudoHeader', { source: u32be, destination: u32be, zero: literal(u8, 0), protocol: literal(u8, 17), length: u16be });

export const Udp = struct('Udp', { sourcePort: u16be, destinationPort: u16be, length: derived(u16be), checksum: derived(u16be), data: bytes() }).where(($) => [
  $.length.is(byteLength(span($.sourcePort, $.data))),
  $.checksum.is(
    internetChecksum(
      virtual(PseudoHeader, { source, destination, length: byteLength(span($.sourcePort, $.data)) }),
      span($.sourcePort, $.data),
    ),
  ),
]);

export const Packet = struct('Packet', { from: u32be, to: u32be, datagram: Udp }).where(($) => [
  $.datagram.with(source.of($.from), destination.of($.to)),
]);

/** A checksum in text, in whose place are spaces while it is computed. */
export const Entry = struct('Entry', { name: string(4, 'ascii'), sum: derived(bytes(8)), kind: u8 }).where(($) => [
  $.sum.is(checksum(external({ module: '../external/checksums.js', export: 'tarSum' }, tarSum), span($.name, $.kind, { fill: 0x20 }))),
]);

/** Two spans, and one checksum within the other's; a field is called as the function is. */
export const Nested = struct('Nested', { checksums: u8, adler32: derived(u32be), skipped: u8, text: string(toEnd), crc: derived(u32le) }).where(($) => [
  $.crc.is(crc32(span($.checksums, $.text))),
  $.adler32.is(
    checksum(external({ module: '../external/checksums.js', export: 'default' }, adler32), span($.text, $.text), span($.checksums, $.checksums)),
  ),
]);

/** A gzip member whose data are stored in a single block (RFC 1951, 3.2.4; RFC 1952). */
export const StoredGzip = struct('StoredGzip', {
  magic: literal(u16be, 0x1f8b),
  method: literal(u8, 8),
  flags: literal(u8, 0),
  time: u32le,
  extra: u8,
  system: u8,
  final: literal(u8, 1),
  length: derived(u16le),
  complement: derived(u16le),
  data: bytes(),
  crc: derived(u32le),
  size: derived(u32le),
}).where(($) => [
  $.length.is(byteLength($.data)),
  $.complement.is(constant(0xffff).minus(byteLength($.data))),
  $.crc.is(crc32(span($.data, $.data))),
  $.size.is(byteLength($.data)),
]);

/** A checksum decides between alternatives. */
export const Either = struct('Either', { content: firstOf({ checked: PngChunk, plain: bytes(toEnd) }) });
