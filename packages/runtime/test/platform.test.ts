import { crc32, decodeText, latin1Text, readUint32Array } from '@bytewright/runtime/codec';
import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(['with', 'without'])('%s a Buffer', (which) => {
  const stub = (): void => {
    if (which === 'without') vi.stubGlobal('Buffer', undefined);
  };

  test('texts of any length', () => {
    for (const length of [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 40, 128, 129, 9000]) {
      const codes = Array.from({ length }, (_, i) => 0x20 + (i % 0x5f));
      const expected = String.fromCharCode(...codes);
      stub();
      const bytes = Uint8Array.from([0xff, ...codes, 0xff]);
      for (const encoding of ['ascii', 'latin1', 'utf-8'] as const)
        expect(decodeText(bytes, 1, 1 + length, encoding, ''), `${encoding} ${length}`).toBe(expected);
      const wide = Uint8Array.from([...codes, 0xe9]);
      expect(latin1Text(wide, 0, wide.length)).toBe(`${expected}é`);
      expect(decodeText(wide, 0, wide.length, 'latin1', '')).toBe(`${expected}é`);
      expect(() => decodeText(wide, 0, wide.length, 'ascii', '')).toThrow(/invalid-text/);
      vi.unstubAllGlobals();
    }
  });

  test('numbers of any count', () => {
    for (const count of [0, 1, 64, 65, 1000]) {
      const bytes = Uint8Array.from({ length: 3 + 4 * count }, (_, i) => (i * 7) & 0xff);
      const view = new DataView(bytes.buffer);
      const expected = Array.from({ length: count }, (_, i) => view.getUint32(3 + 4 * i));
      stub();
      expect([...readUint32Array(bytes, 3, count, false)]).toEqual(expected);
      vi.unstubAllGlobals();
    }
  });
});

test('the CRC-32 of many bytes is the same where the platform has none', async () => {
  const bytes = Uint8Array.from({ length: 5001 }, (_, i) => (i * 31 + 7) & 0xff);
  const expected = crc32(bytes);
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined });
  vi.resetModules();
  const bare = await import('@bytewright/runtime/codec');
  expect(bare.crc32(bytes)).toBe(expected);
});

test('the CRC-32 of every length is that of its bytes one by one', () => {
  // RFC 1952, section 8, gives the sum bit by bit
  const slowly = (bytes: Uint8Array): number => {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
  };
  const bytes = Uint8Array.from({ length: 2000 }, (_, i) => (i * 73 + 11) & 0xff);
  for (const length of [...Array(70).keys(), 1023, 1024, 1025, 2000])
    expect(crc32(bytes.subarray(0, length)), String(length)).toBe(slowly(bytes.subarray(0, length)));
});
