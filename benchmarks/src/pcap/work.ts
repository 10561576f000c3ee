import type { Pcap } from '../../../examples/pcap/generated/pcap.js';
import { decodePcap, encodePcap, sizeOfPcap } from '../../../examples/pcap/generated/pcap.js';
import { BY_HAND, BY_HAND_CHECKED, contender, GENERATED } from '../contender.js';
import type { Pace } from '../measuring/measure.js';
import type { Subject } from '../subject.js';
import type { Work } from '../works/work.js';
import { decodeByHand, encodeByHand, encodeByHandChecked } from './by-hand.js';
import { captureOf } from './capture.js';
import { binaryParserPcap, kaitaiPcap } from './peers.js';

/** Packets of the capture, and of that on which contenders are compared and warm up. */
const PACKETS = 1_000_000;
const SAMPLE = 1000;

const PACE: Pace = { rounds: 4, warmUps: 60, turn: 0.002, collects: true };

async function copies(isSmoke: boolean): Promise<readonly Subject[]> {
  return [
    {
      name: 'pcap, a million packets',
      bytes: captureOf(isSmoke ? SAMPLE : PACKETS),
      sample: captureOf(SAMPLE),
      contenders: [
        contender<Pcap>(BY_HAND, { decode: decodeOf(false), encode: encodeByHand }, 'encode checks nothing'),
        contender<Pcap>(
          BY_HAND_CHECKED,
          { decode: decodeOf(false), encode: encodeByHandChecked },
          'encode also checks types, ranges and the number of keys; decode is the same as by hand',
        ),
        contender<Pcap>(GENERATED, {
          decode: (bytes) => decodePcap(bytes),
          encode: (value) => encodePcap(value),
          sizeOf: (value) => sizeOfPcap(value),
        }),
      ],
    },
  ];
}

async function views(isSmoke: boolean): Promise<readonly Subject[]> {
  return [
    {
      name: 'pcap, a million packets, data as views',
      bytes: captureOf(isSmoke ? SAMPLE : PACKETS),
      sample: captureOf(SAMPLE),
      contenders: [
        contender<Pcap>(BY_HAND, { decode: decodeOf(true) }),
        contender<Pcap>(
          GENERATED,
          { decode: (bytes) => decodePcap(bytes, { bytes: 'view' }) },
          "with `bytes: 'view'`",
        ),
        contender(
          'binary-parser',
          binaryParserPcap(),
          'decodes only, in little-endian order only; gives nothing but views',
        ),
        contender(
          'kaitai-struct',
          await kaitaiPcap(),
          'decodes only, in little-endian order only; gives nothing but views; does not check versions',
        ),
      ],
    },
  ];
}

function decodeOf(isView: boolean): (bytes: Uint8Array) => Pcap {
  return (bytes) => decodeByHand(bytes, isView);
}

/** A capture of a million packets, 110 MB. */
export const PCAP: Work = {
  name: 'pcap',
  parts: [
    { pace: PACE, subjects: copies },
    { pace: PACE, subjects: views },
  ],
};
