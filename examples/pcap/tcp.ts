import {
  bit,
  byteLength,
  bytes,
  derived,
  internetChecksum,
  list,
  literal,
  on,
  parameter,
  span,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32be,
  ubits,
  union,
  virtual,
} from '@bytewright/schema-dsl';

/** Addresses of the enclosing packet, which the checksum covers too. */
export const source = parameter('source', u32be);
export const destination = parameter('destination', u32be);

const Nothing = struct('Nothing', {});
const MaximumSegmentSize = struct('MaximumSegmentSize', { length: literal(u8, 4), bytes: u16be });
const WindowScale = struct('WindowScale', { length: literal(u8, 3), shift: u8 });
const SelectiveAcknowledgment = struct('SelectiveAcknowledgment', { length: literal(u8, 2) });
const Timestamps = struct('Timestamps', { length: literal(u8, 10), value: u32be, echo: u32be });
const OtherOption = struct('OtherOption', { length: derived(u8), data: bytes() }).where(($) => [
  $.length.is(byteLength($.data).plus(2)),
]);

/** An option. Each zero byte that pads the header is an end-of-options option (RFC 9293, section 3.2; RFC 7323). */
const TcpOption = struct('TcpOption', {
  kind: derived(u8),
  option: union(
    {
      end: on(0, Nothing),
      noOperation: on(1, Nothing),
      maximumSegmentSize: on(2, MaximumSegmentSize),
      windowScale: on(3, WindowScale),
      selectiveAcknowledgmentPermitted: on(4, SelectiveAcknowledgment),
      timestamps: on(8, Timestamps),
    },
    { otherwise: OtherOption, rawTag: 'kind' },
  ),
})
  .where(($) => [$.kind.is(tagOf($.option))])
  .flat('option');

/** The pseudo-header that the checksum covers before the segment. */
const PseudoHeader = struct('PseudoHeader', {
  source: u32be,
  destination: u32be,
  zero: literal(u8, 0),
  protocol: literal(u8, 6),
  length: u16be,
});

/** A complete segment with a correct checksum. */
export const Tcp = struct('Tcp', {
  sourcePort: u16be,
  destinationPort: u16be,
  sequence: u32be,
  acknowledgment: u32be,
  headerWords: derived(ubits(4)),
  reserved: ubits(4),
  congestionWindowReduced: bit,
  congestionEcho: bit,
  urgent: bit,
  acknowledges: bit,
  push: bit,
  reset: bit,
  synchronize: bit,
  finish: bit,
  window: u16be,
  checksum: derived(u16be),
  urgentPointer: u16be,
  options: list(TcpOption),
  data: bytes(toEnd),
})
  .source('RFC 9293, section 3.1')
  .where(($) => [
    $.headerWords.is(byteLength($.options).div(4).plus(5)),
    $.checksum.is(
      internetChecksum(
        virtual(PseudoHeader, { source, destination, length: byteLength(span($.sourcePort, $.data)) }),
        span($.sourcePort, $.data),
      ),
    ),
  ]);
