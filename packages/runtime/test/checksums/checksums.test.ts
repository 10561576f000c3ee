import { crc32 as zlibCrc32 } from 'node:zlib';
import {
  blankedSpan,
  checksumOf,
  crc32,
  internetChecksum,
  joinBytes,
  spanOf,
  virtualBytes,
} from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';

describe('crc32', () => {
  test('the check value of the CRC catalogue (CRC-32/ISO-HDLC)', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });

  test('the empty IEND chunk of every PNG file: its type alone is covered', () => {
    expect(crc32(hex('49 45 4e 44'))).toBe(0xae426082);
  });

  test('nothing at all', () => {
    expect(crc32(new Uint8Array(0))).toBe(0);
  });

  // node:zlib offers it from Node 20.15 on
  test.skipIf(zlibCrc32 === undefined)('as node:zlib computes it, for every length up to 300', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 167 + 13) & 0xff);
    for (let size = 0; size <= bytes.length; size++) {
      expect(crc32(bytes.subarray(0, size))).toBe(zlibCrc32(bytes.subarray(0, size)));
    }
  });
});

describe('internetChecksum', () => {
  test('the example of RFC 1071, section 3: the sum is ddf2', () => {
    expect(internetChecksum(hex('0001 f203 f4f5 f6f7'))).toBe(~0xddf2 & 0xffff);
  });

  test('a published IPv4 header: b861, and 0 with the checksum in place', () => {
    expect(internetChecksum(hex('4500 0073 0000 4000 4011 0000 c0a8 0001 c0a8 00c7'))).toBe(0xb861);
    expect(internetChecksum(hex('4500 0073 0000 4000 4011 b861 c0a8 0001 c0a8 00c7'))).toBe(0);
  });

  test('an odd last byte counts as if a zero followed', () => {
    expect(internetChecksum(hex('01'))).toBe(0xfeff);
    expect(internetChecksum(hex('0100'))).toBe(0xfeff);
  });

  test('carries never get lost, however many there are', () => {
    expect(internetChecksum(new Uint8Array(200_000).fill(0xff))).toBe(0);
  });
});

describe('bytes that a checksum covers', () => {
  test('a span of a Buffer is a plain view', () => {
    const span = spanOf(Buffer.from('00010203', 'hex'), 1, 3);
    expect(Object.getPrototypeOf(span)).toBe(Uint8Array.prototype);
    expect([...span]).toEqual([1, 2]);
    expect([...spanOf(hex('01'), 1, 0)]).toEqual([]);
  });

  test('a blanked span is a copy', () => {
    const bytes = Buffer.from('0102030405', 'hex');
    expect([...blankedSpan(bytes, 1, 5, 2, 4)]).toEqual([2, 0, 0, 5]);
    expect([...blankedSpan(bytes, 0, 5, 0, 2, 0x20)]).toEqual([0x20, 0x20, 3, 4, 5]);
    expect([...bytes]).toEqual([1, 2, 3, 4, 5]);
  });

  test('parts are joined in order', () => {
    expect([...joinBytes(hex('01'), hex(''), hex('0203'))]).toEqual([1, 2, 3]);
  });

  test('a virtual header has bytes of its own', () => {
    expect([...virtualBytes(2, (output) => output.view.setUint16(0, 0x0102))]).toEqual([1, 2]);
  });

  test('what a function of the author throws becomes a text', () => {
    expect(checksumOf(() => 7)).toBe(7);
    expect(
      checksumOf(() => {
        throw new RangeError('too long');
      }),
    ).toBe('too long');
    const hostile = new Error('hidden');
    Object.defineProperty(hostile, 'message', {
      get: () => {
        throw new Error('again');
      },
    });
    expect(
      checksumOf(() => {
        throw hostile;
      }),
    ).toBe('an exception');
  });
});
