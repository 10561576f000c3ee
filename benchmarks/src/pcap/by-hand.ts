import type { Packet, Pcap } from '../../../examples/pcap/generated/pcap.js';

const FORMATS: Readonly<Record<Pcap['format'], number>> = {
  bigMicroseconds: 0xa1b2c3d4,
  bigNanoseconds: 0xa1b23c4d,
  littleMicroseconds: 0xd4c3b2a1,
  littleNanoseconds: 0x4d3cb2a1,
};

/**
 * Decodes a capture; bytes are copies, or views on the input.
 *
 * @throws Error for what is none.
 */
export function decodeByHand(bytes: Uint8Array, isView = false): Pcap {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length;
  if (end < 24) throw new RangeError('The input ends in the header');
  const format = formatOf(view.getUint32(0));
  const little = isLittle(format);
  if (view.getUint16(4, little) !== 2 || view.getUint16(6, little) !== 4) throw new Error('Another version');
  const packets: Packet[] = [];
  let o = 24;
  while (o < end) {
    if (end - o < 16) throw new RangeError(`The input ends in the packet at ${o}`);
    const size = view.getUint32(o + 8, little);
    const from = o + 16;
    if (end - from < size) throw new RangeError(`The input ends in the data at ${from}`);
    packets.push({
      seconds: view.getUint32(o, little),
      fraction: view.getUint32(o + 4, little),
      originalLength: view.getUint32(o + 12, little),
      data: isView
        ? new Uint8Array(bytes.buffer, bytes.byteOffset + from, size)
        : bytes.slice(from, from + size),
    });
    o = from + size;
  }
  return {
    format,
    capture: {
      reserved: view.getUint32(8, little),
      accuracy: view.getUint32(12, little),
      snapshotLength: view.getUint32(16, little),
      linkType: view.getUint32(20, little),
      packets,
    },
  };
}

function formatOf(magic: number): Pcap['format'] {
  for (const [format, number] of Object.entries(FORMATS))
    if (number === magic) return format as Pcap['format']; // a key of it
  throw new Error('No capture');
}

function isLittle(format: Pcap['format']): boolean {
  return format === 'littleMicroseconds' || format === 'littleNanoseconds';
}

/** Encodes a capture; nothing of it is checked. */
export function encodeByHand({ format, capture }: Pcap): Uint8Array {
  const { packets } = capture;
  const little = isLittle(format);
  let size = 24;
  for (const { data } of packets) size += 16 + data.length;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  writeHeader(view, format, capture);
  let o = 24;
  for (const packet of packets) {
    const { data } = packet;
    view.setUint32(o, packet.seconds, little);
    view.setUint32(o + 4, packet.fraction, little);
    view.setUint32(o + 8, data.length, little);
    view.setUint32(o + 12, packet.originalLength, little);
    bytes.set(data, o + 16);
    o += 16 + data.length;
  }
  return bytes;
}

/** Encodes a capture with all checks that generated code makes. */
export function encodeByHandChecked(value: Pcap): Uint8Array {
  keys(value, 2);
  keys(value.capture, 5);
  const { packets } = value.capture;
  if (!Array.isArray(packets)) throw wrong('packets');
  for (const packet of packets) {
    keys(packet, 4);
    word(packet.seconds);
    word(packet.fraction);
    word(packet.originalLength);
    if (!(packet.data instanceof Uint8Array)) throw wrong('data');
  }
  return encodeByHand(value);
}

function writeHeader(view: DataView, format: Pcap['format'], capture: Pcap['capture']): void {
  const little = isLittle(format);
  view.setUint32(0, FORMATS[format]);
  view.setUint16(4, 2, little);
  view.setUint16(6, 4, little);
  view.setUint32(8, capture.reserved, little);
  view.setUint32(12, capture.accuracy, little);
  view.setUint32(16, capture.snapshotLength, little);
  view.setUint32(20, capture.linkType, little);
}

function word(value: unknown): void {
  if (typeof value !== 'number' || value >>> 0 !== value || Object.is(value, -0)) throw wrong('a number');
}

function keys(object: object, count: number): void {
  let found = 0;
  for (const _ in object) found++;
  if (found !== count) throw wrong('keys');
}

function wrong(what: string): Error {
  return new RangeError(`Wrong: ${what}`);
}
