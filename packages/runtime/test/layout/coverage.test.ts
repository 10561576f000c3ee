import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoveredRange } from '../../src/codec.js';
import {
  closeCoverage,
  cover,
  coverPart,
  createOutput,
  openCoverage,
  openInput,
  placeGaps,
  positionAt,
  sizeOfCoverage,
  takeGaps,
  writeGaps,
  writePosition,
} from '../../src/codec.js';
import { thrown } from '../thrown.js';

const input = openInput(Uint8Array.from({ length: 20 }, (_, i) => i));

/** Coverage parts of a region of 200 bytes, and holds what is found against an account of each byte. */
function examine(parts: readonly CoveredRange[]): void {
  const coverage = openCoverage(0, 200);
  const holders: number[] = Array.from({ length: 200 }, () => 0);
  const inline = parts.findIndex(({ field }) => field === '');
  for (const [number, { start, end, field, index }] of parts.entries()) {
    if (field === '' && number !== inline) continue; // there is one part without an offset
    cover(coverage, start, end, field, index);
    for (let at = start; at < end; at++) holders[at] = (holders[at] ?? 0) + 1;
  }
  const twice = holders.findIndex((count) => count > 1);
  const whole = openInput(Uint8Array.from({ length: 200 }, (_, i) => i));
  if (twice >= 0) {
    const error = thrown(() => takeGaps(coverage, whole));
    expect(error).toMatchObject({ code: 'overlap', offset: twice });
    return;
  }
  const free = holders.flatMap((count, at) => (count === 0 ? [at] : []));
  const gaps = takeGaps(coverage, whole);
  expect(gaps.flatMap(({ bytes }) => [...bytes])).toEqual(free);
  for (const { offset, bytes } of gaps) {
    expect(bytes[0]).toBe(offset);
    expect(holders[offset - 1]).not.toBe(0); // the longest ranges
  }
}

describe('a region that is read', () => {
  test('a position counts from the start, and lies within', () => {
    const coverage = openCoverage(4, 10);
    expect([0, 6].map((offset) => positionAt(coverage, offset, 'x'))).toEqual([4, 10]);
    for (const offset of [7, -1, 1.5, Number.NaN, 2 ** 53, '1', 1n, undefined]) {
      expect(thrown(() => positionAt(coverage, offset, 'x'))).toMatchObject({
        code: 'invalid-value',
        offset: 4,
        path: 'x',
        expected: 'an offset of 0 to 6',
      });
    }
  });

  test('what nothing holds is given in the longest ranges', () => {
    const coverage = openCoverage(4, 16);
    cover(coverage, 10, 12, 'b');
    cover(coverage, 4, 5, '');
    cover(coverage, 8, 10, 'a', 0);
    cover(coverage, 15, 15, 'a', 1);
    expect(takeGaps(coverage, input)).toEqual([
      { offset: 1, bytes: Uint8Array.of(5, 6, 7) },
      { offset: 8, bytes: Uint8Array.of(12, 13, 14, 15) },
    ]);
    expect(thrown(() => closeCoverage(coverage))).toMatchObject({
      code: 'unclaimed-bytes',
      offset: 5,
      found: '3 bytes that none holds',
    });
  });

  test('an overlap names the later part, but never the fields without an offset', () => {
    const coverage = openCoverage(0, 20);
    cover(coverage, 6, 10, 'a', 3);
    cover(coverage, 2, 7, 'b');
    expect(thrown(() => takeGaps(coverage, input))).toMatchObject({
      code: 'overlap',
      offset: 6,
      path: 'b',
      found: '1 byte of a[3]',
    });
    const others = openCoverage(0, 20);
    cover(others, 2, 8, 'a', 3);
    cover(others, 0, 4, '');
    expect(thrown(() => closeCoverage(others))).toMatchObject({
      offset: 2,
      path: 'a[3]',
      found: '2 bytes of the fields without an offset',
    });
  });

  // an independent account: each byte knows who holds it
  test('whatever the order, gaps are the bytes that nobody holds, and an overlap is told', () => {
    const part = fc
      .record({
        start: fc.nat(90),
        size: fc.nat(6),
        field: fc.constantFrom('', 'a', 'a', 'b'),
        index: fc.integer({ min: -1, max: 4 }),
      })
      .map(({ start, size, field, index }) => ({ start, end: start + size, field, index }));
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), examine));
  });

  test('each element of a field has its path, also where some are left out', () => {
    for (const [index, expected] of [
      [2, 'a[2]'],
      [5, 'a[5]'],
      [6, 'a[6]'],
    ] as const) {
      const coverage = openCoverage(0, 100);
      for (const at of [0, 1, 2, 5, 6]) cover(coverage, 10 * at, 10 * at + 5, 'a', at);
      cover(coverage, 10 * index + 4, 10 * index + 6, 'b');
      expect(thrown(() => closeCoverage(coverage))).toMatchObject({
        path: 'b',
        found: `1 byte of ${expected}`,
      });
    }
  });

  test('of two that begin at one place the later one is told, in whichever order the ranges lie', () => {
    const coverage = openCoverage(0, 100);
    cover(coverage, 50, 60, 'a');
    cover(coverage, 20, 30, 'b', 0);
    cover(coverage, 20, 25, 'b', 1);
    cover(coverage, 0, 5, '');
    expect(thrown(() => closeCoverage(coverage))).toMatchObject({
      offset: 20,
      path: 'b[1]',
      found: '5 bytes of b[0]',
    });
    const inline = openCoverage(0, 100);
    cover(inline, 0, 8, 'a');
    cover(inline, 40, 50, 'b');
    cover(inline, 0, 5, '');
    expect(thrown(() => closeCoverage(inline))).toMatchObject({
      offset: 0,
      path: 'a',
      found: '5 bytes of the fields without an offset',
    });
  });

  test('more than there is cannot be without an overlap, so it is refused at once', () => {
    const coverage = openCoverage(0, 10);
    cover(coverage, 0, 10, 'a');
    expect(thrown(() => cover(coverage, 3, 4, 'b'))).toMatchObject({ code: 'overlap', offset: 3, path: 'b' });
  });
});

describe('a region that is written', () => {
  test('its size is where the last part ends, and a tail', () => {
    const coverage = openCoverage(0, Number.POSITIVE_INFINITY);
    coverPart(coverage, 4, 2, 'b');
    coverPart(coverage, 0, 2, '');
    placeGaps(coverage, [{ offset: 2, bytes: Uint8Array.of(1, 2) }], 'rest');
    coverPart(coverage, 9, 0, 'empty');
    expect(sizeOfCoverage(coverage, 3)).toBe(9);
    expect(thrown(() => sizeOfCoverage(coverage, 2))).toMatchObject({ code: 'out-of-range', path: 'empty' });
  });

  test('holes, overlaps and offsets that are none', () => {
    const coverage = openCoverage(0, Number.POSITIVE_INFINITY);
    coverPart(coverage, 3, 2, 'b');
    expect(thrown(() => sizeOfCoverage(coverage, 0))).toMatchObject({
      code: 'unclaimed-bytes',
      offset: undefined,
      found: '3 bytes at 0 that none holds',
    });
    coverPart(coverage, 0, 4, 'c', 1);
    expect(thrown(() => sizeOfCoverage(coverage, 0))).toMatchObject({ code: 'overlap', path: 'c[1]' });
    for (const offset of [-1, 0.5, Number.MAX_SAFE_INTEGER, '1', undefined])
      expect(thrown(() => coverPart(coverage, offset, 1, 'd'))).toMatchObject({
        code: 'out-of-range',
        path: 'd',
      });
  });

  test('gaps and parts are written within the region', () => {
    const output = createOutput(6);
    writeGaps(output, 1, [{ offset: 2, bytes: Uint8Array.of(7, 8) }], 'rest');
    expect(output.bytes).toEqual(Uint8Array.of(0, 0, 0, 7, 8, 0));
    expect(writePosition(output, 1, 5, 'x')).toBe(6);
    for (const offset of [6, -1, undefined])
      expect(thrown(() => writePosition(output, 1, offset, 'x'))).toMatchObject({
        code: 'wrong-length',
        path: 'x',
      });
    const late = [{ offset: 4, bytes: Uint8Array.of(1, 2) }];
    expect(thrown(() => writeGaps(output, 1, late, 'rest'))).toMatchObject({
      code: 'wrong-length',
      path: 'rest[0]',
    });
  });
});
