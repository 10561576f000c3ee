import { Parser } from 'binary-parser/dist/binary_parser.js';
import type { Pcap } from '../../../examples/pcap/generated/pcap.js';
import type { Codec } from '../contender.js';
import { kaitaiParser } from '../peers/kaitai.js';

/** What both have of a capture, under their names. */
interface Parsed extends Omit<Pcap['capture'], 'packets'> {
  readonly packets: Pcap['capture']['packets'];
}

/** Their value in the shape of ours; both know little-endian captures only. */
function normalise(value: Parsed): Pcap {
  const { reserved, accuracy, snapshotLength, linkType } = value;
  const packets = value.packets.map(({ seconds, fraction, originalLength, data }) => ({
    seconds,
    fraction,
    originalLength,
    data,
  }));
  return {
    format: 'littleMicroseconds',
    capture: { reserved, accuracy, snapshotLength, linkType, packets },
  };
}

/** binary-parser with a schema as its users write one. */
export function binaryParserPcap(): Codec<Parsed> {
  const packet = new Parser()
    .endianness('little')
    .uint32('seconds')
    .uint32('fraction')
    .uint32('size')
    .uint32('originalLength')
    .buffer('data', { length: 'size' });
  const capture = new Parser()
    .endianness('little')
    .uint32be('magic', { assert: 0xd4c3b2a1 })
    .uint16('majorVersion', { assert: 2 })
    .uint16('minorVersion', { assert: 4 })
    .uint32('reserved')
    .uint32('accuracy')
    .uint32('snapshotLength')
    .uint32('linkType')
    .array('packets', { type: packet, readUntil: 'eof' });
  capture.compile();
  return { decode: (bytes) => capture.parse(bytes), normalise };
}

/** kaitai-struct. */
export async function kaitaiPcap(): Promise<Codec<Parsed>> {
  const parse = await kaitaiParser(
    {
      meta: { id: 'capture', endian: 'le' },
      seq: [
        { id: 'magic', contents: [0xd4, 0xc3, 0xb2, 0xa1] },
        { id: 'major_version', type: 'u2' },
        { id: 'minor_version', type: 'u2' },
        { id: 'reserved', type: 'u4' },
        { id: 'accuracy', type: 'u4' },
        { id: 'snapshot_length', type: 'u4' },
        { id: 'link_type', type: 'u4' },
        { id: 'packets', type: 'packet', repeat: 'eos' },
      ],
      types: {
        packet: {
          seq: [
            { id: 'seconds', type: 'u4' },
            { id: 'fraction', type: 'u4' },
            { id: 'data_size', type: 'u4' },
            { id: 'original_length', type: 'u4' },
            { id: 'data', size: 'data_size' },
          ],
        },
      },
    },
    'Capture',
  );
  return { decode: (bytes) => parse(bytes) as Parsed, normalise }; // what its schema says
}
