import { openInput, takeBytes } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { cutCopy, emptySlab, isCut } from '../../src/bytes/slab.js';

const bytes = Uint8Array.from({ length: 40_000 }, (_, i) => i % 251);

test('short copies lie in one buffer, none over another, and longer and shorter ones in their own', () => {
  const input = openInput(bytes);
  const take = (from: number, size: number): Uint8Array => takeBytes(input, from, from + size);
  const [a, b, long, few] = [take(7, 100), take(107, 300), take(0, 513), take(0, 64)];
  expect(b.buffer).toBe(a.buffer);
  expect([a.byteOffset, b.byteOffset]).toEqual([0, 100]);
  expect([long.buffer.byteLength, few.buffer.byteLength]).toEqual([513, 64]);
  expect([a, b, long, few]).toEqual([
    bytes.slice(7, 107),
    bytes.slice(107, 407),
    bytes.slice(0, 513),
    bytes.slice(0, 64),
  ]);
});

test('what is cut stays as it was while more is, also of a Buffer and of a part of one', () => {
  const source = Buffer.from(bytes).subarray(3);
  const input = openInput(source);
  const copies = Array.from({ length: 200 }, (_, i) => takeBytes(input, i, i + 65 + i));
  source.fill(0);
  for (const [i, copy] of copies.entries()) {
    expect(copy).toEqual(bytes.slice(3 + i, 3 + i + 65 + i));
    expect(copy.constructor).toBe(Uint8Array);
  }
});

test('slabs grow with what is cut from them, up to 8 KB', () => {
  const slab = emptySlab();
  const sizes = Array.from({ length: 100 }, () => cutCopy(slab, bytes, 0, 512).buffer.byteLength);
  expect([...new Set(sizes)]).toEqual([1024, 2048, 4096, 8192]);
  expect([64, 65, 512, 513].map(isCut)).toEqual([false, true, true, false]);
});

test('inputs share no slab, and views are views', () => {
  const [one, other] = [openInput(bytes), openInput(bytes)];
  expect(takeBytes(one, 0, 100).buffer).not.toBe(takeBytes(other, 0, 100).buffer);
  expect(takeBytes(openInput(bytes, { bytes: 'view' }), 0, 100).buffer).toBe(bytes.buffer);
});
