import type { Infer, Node } from '@bytewright/schema-dsl';
import { decode, encode } from '@bytewright/schema-dsl';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import { laws } from '@bytewright/schema-dsl/testing/vitest';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { bytesOfHex as fromHex } from '../../../../test/bytes-of-hex.js';
import { Message } from './dns.js';
import { Packet } from './mqtt.js';
import { Png } from './png.js';

/** Checks that published bytes decode to the published values, and round-trip. */
function means<N extends Node<unknown>>(schema: N, bytes: Uint8Array, value: Infer<N>): void {
  expect(decode(schema, bytes)).toEqual(value);
  expect(encode(schema, value)).toEqual(bytes);
}

const runs = budget({ everyDay: 12, deep: 1000 });

describe('a DNS message', () => {
  // RFC 8484, 4.2.2: the answer to a query for the AAAA records of www.example.com
  const answer = fromHex(`
    00 00 81 80 00 01 00 01  00 00 00 00 03 77 77 77 07 65 78 61 6d 70 6c 65  03 63 6f 6d 00 00 1c 00
    01 c0 0c 00 1c 00 01 00  00 0e 7d 00 10 20 01 0d b8 ab cd 00 12 00 01 00  02 00 03 00 04
  `);

  test('decodes the message of RFC 8484', () => {
    means(Message, answer, {
      id: 0,
      isResponse: true,
      opcode: 0,
      isAuthoritative: false,
      isTruncated: false,
      recursionDesired: true,
      recursionAvailable: true,
      responseCode: 0,
      questions: [
        {
          name: { labels: ['www', 'example', 'com'], end: { type: 'root', value: {} } },
          type: 28,
          class: 1,
        },
      ],
      answers: [
        {
          name: { labels: [], end: { type: 'pointer', value: { mark: 3, offset: 12 } } },
          class: 1,
          ttl: 3709,
          data: { type: 'AAAA', value: fromHex('2001 0db8 abcd 0012 0001 0002 0003 0004') },
        },
      ],
      authorities: [],
      additionals: [],
    });
  });

  laws(Message, undefined, { runs, samples: [answer] });

  test('generates names of all kinds, with records of each type in one message', () => {
    const messages = fc.sample(arbitrary(Message), { seed: 1, numRuns: 60 });
    const names = messages.flatMap(({ questions }) => questions.map(({ name }) => name));
    const kinds = names.map(({ labels, end }) => `${Math.min(labels.length, 1)} ${end.type}`);
    expect(new Set(kinds)).toEqual(new Set(['0 pointer', '0 root', '1 pointer', '1 root']));
    const types = messages.flatMap(({ answers }) => answers.map(({ data }) => data.type));
    expect(new Set(types)).toEqual(new Set(['A', 'NS', 'CNAME', 'MX', 'TXT', 'AAAA', undefined]));
  });
});

describe('a PNG image', () => {
  // https://en.wikipedia.org/wiki/PNG#Examples: one red pixel
  const pixel = fromHex(`
    89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52 00 00 00 01 00 00 00 01 08 02 00 00 00 90 77 53 DE
    00 00 00 0C 49 44 41 54 08 D7 63 F8 CF C0 00 00 03 01 01 00 18 DD 8D B0 00 00 00 00 49 45 4E 44 AE 42 60 82
  `);

  test('decodes the image from Wikipedia', () => {
    means(Png, pixel, {
      chunks: [
        {
          type: 'IHDR',
          data: { width: 1, height: 1, bitDepth: 8, colorType: 'rgb', interlace: 'none' },
        },
        { type: 'IDAT', data: fromHex('08D763F8CFC0000003010100') },
      ],
    });
  });

  laws(Png, undefined, { runs, samples: [pixel] });
});

describe('an MQTT 5 packet', () => {
  // OASIS, MQTT 5.0: the variable headers of CONNECT (3.1.2.12) and PUBLISH (3.3.2.4), the payload of SUBSCRIBE (3.8.3)
  const connectHeader = '0004 4d515454 05 ce 000a 05 11 0000000a';
  const publishHeader = '0003 612f62 000a 00';
  const subscriptions = '0003 612f62 01 0003 632f64 02';
  const publish = fromHex(`34 08 ${publishHeader}`);

  test('decodes the parts given in the standard', () => {
    const connect = fromHex(`10 22 ${connectHeader} 0001 63 00 0001 74 0001 2a 0001 75 0003 707764`);
    means(Packet, connect, {
      type: 'connect',
      value: {
        willRetain: false,
        willQos: 1,
        cleanStart: true,
        keepAlive: 10,
        properties: [{ type: 'sessionExpiryInterval', value: 10 }],
        clientId: 'c',
        will: { properties: [], topic: 't', payload: Uint8Array.of(42) },
        userName: 'u',
        password: fromHex('707764'),
      },
    });
    means(Packet, publish, {
      type: 'publish',
      value: {
        isDuplicate: false,
        qos: 2,
        retain: false,
        topic: 'a/b',
        packetId: 10,
        properties: [],
        payload: new Uint8Array(0),
      },
    });
    const option = { retainHandling: 0, retainAsPublished: false, noLocal: false };
    means(Packet, fromHex(`82 0f 000a 00 ${subscriptions}`), {
      type: 'subscribe',
      value: {
        packetId: 10,
        properties: [],
        subscriptions: [
          { filter: 'a/b', ...option, qos: 1 },
          { filter: 'c/d', ...option, qos: 2 },
        ],
      },
    });
  });

  laws(Packet, undefined, { runs, samples: [publish] });
});
