import { readFileSync } from 'node:fs';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { describe, expect, test } from 'vitest';
import { budget } from '../../test/budget.js';
import { Frame } from './frame.js';
import { decodeFrame, encodeFrame, sizeOfFrame } from './generated/frame.js';
import { decodePcap, encodePcap, sizeOfPcap } from './generated/pcap.js';
import { Pcap } from './pcap.js';
import { tcpIn, withData } from './segments.js';

const http = new Uint8Array(readFileSync(new URL('fixtures/http.pcap', import.meta.url)));
const { packets } = decodePcap(http).capture;
const frames = packets.map(({ data }) => data);

const runs = budget({ everyDay: 30, deep: 2000 });

laws(Pcap, { decode: decodePcap, encode: encodePcap, sizeOf: sizeOfPcap }, { runs, samples: [http] });
laws(
  Frame,
  { decode: decodeFrame, encode: encodeFrame, sizeOf: sizeOfFrame },
  { runs, samples: frames.slice(0, 4) },
);

const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits.replace(/\s/g, ''), 'hex'));

describe('a file written by tcpdump', () => {
  test('is reproduced, packet by packet', () => {
    expect(packets).toHaveLength(12);
    expect(encodePcap(decodePcap(http))).toEqual(http);
    for (const data of frames) expect(encodeFrame(decodeFrame(data))).toEqual(data);
  });

  // the output of `tcpdump -r fixtures/http.pcap -n -vv -S`
  test('opens a connection', () => {
    expect(decodePcap(http)).toMatchObject({
      format: 'littleMicroseconds',
      capture: { snapshotLength: 65_535, linkType: 1 },
    });
    const [first = new Uint8Array(0)] = frames;
    expect(decodeFrame(first).content).toMatchObject({
      type: 'ipv4',
      value: {
        packet: {
          identification: 24_215,
          dontFragment: true,
          moreFragments: false,
          timeToLive: 64,
          protocol: 6,
          source: 0x7f000001,
          destination: 0x7f000001,
          body: {
            type: 'tcp',
            value: {
              sourcePort: 54_810,
              destinationPort: 8099,
              sequence: 3_194_819_006,
              synchronize: true,
              acknowledges: false,
              window: 65_495,
              options: [
                { type: 'maximumSegmentSize', value: { bytes: 65_495 } },
                { type: 'selectiveAcknowledgmentPermitted', value: {} },
                { type: 'timestamps', value: { value: 2_040_186_924, echo: 0 } },
                { type: 'noOperation', value: {} },
                { type: 'windowScale', value: { shift: 10 } },
              ],
            },
          },
        },
      },
    });
  });

  test('carries a request and its response', () => {
    const sent = frames.map((data) => tcpIn(decodeFrame(data))?.data.length);
    expect(sent).toEqual([0, 0, 0, 87, 0, 185, 0, 7, 0, 0, 0, 0]);
    const [request = new Uint8Array(0)] = frames.slice(3);
    expect(Buffer.from(tcpIn(decodeFrame(request))?.data ?? []).toString()).toMatch(
      /^GET \/\S* HTTP\/1\.1\r\n/,
    );
  });
});

test('computes lengths and checksums for replaced data', () => {
  const [request = new Uint8Array(0)] = frames.slice(3);
  const edited = encodeFrame(withData(decodeFrame(request), Buffer.from('GET /edited HTTP/1.1\r\n\r\n')));
  expect(edited.length).toBe(request.length - 87 + 24);
  expect(Buffer.from(tcpIn(decodeFrame(edited))?.data ?? []).toString()).toBe('GET /edited HTTP/1.1\r\n\r\n');
});

describe('frames that do not follow the standards', () => {
  const [first = new Uint8Array(0)] = frames;

  test('keeps a segment with a wrong checksum as bytes, and reproduces it', () => {
    const wrong = Uint8Array.from(first);
    wrong[50] = (wrong[50] ?? 0) ^ 1; // in the TCP checksum
    const frame = decodeFrame(wrong);
    expect(frame.content).toMatchObject({ type: 'ipv4', value: { packet: { body: { type: undefined } } } });
    expect(encodeFrame(frame)).toEqual(wrong);
  });

  test('keeps a truncated packet as bytes', () => {
    const short = first.slice(0, 40);
    const frame = decodeFrame(short);
    expect(frame.content).toEqual({ type: undefined, value: short.slice(14) });
    expect(encodeFrame(frame)).toEqual(short);
  });

  test('keeps the padding of a short frame', () => {
    const [, , acknowledgment = new Uint8Array(0)] = frames;
    const padded = Uint8Array.of(...acknowledgment, 1, 2, 3);
    expect(decodeFrame(padded).content).toMatchObject({ value: { padding: Uint8Array.of(1, 2, 3) } });
    expect(encodeFrame(decodeFrame(padded))).toEqual(padded);
  });

  test('does not decode ARP as IPv4', () => {
    const arp = hex('ffffffffffff 020000000001 0806 0001 0800 06 04 0001');
    expect(decodeFrame(arp).content).toEqual({ type: undefined, value: arp.slice(14) });
  });
});

test('takes the byte order of a file from its first number', () => {
  const empty = { reserved: 0, accuracy: 0, snapshotLength: 65_535, linkType: 1, packets: [] };
  const body = ['0002', '0004', '00000000', '00000000', '0000ffff', '00000001'];
  const reversed = body.map((digits) => Buffer.from(digits, 'hex').reverse().toString('hex'));
  const files = [
    ['bigMicroseconds', `a1b2c3d4${body.join('')}`],
    ['bigNanoseconds', `a1b23c4d${body.join('')}`],
    ['littleMicroseconds', `d4c3b2a1${reversed.join('')}`],
    ['littleNanoseconds', `4d3cb2a1${reversed.join('')}`],
  ] as const;
  for (const [format, digits] of files) {
    expect(decodePcap(hex(digits))).toEqual({ format, capture: empty });
    expect(encodePcap({ format, capture: empty })).toEqual(hex(digits));
  }
});
