import { describe, expect, test } from 'vitest';
import {
  claim,
  closeClaims,
  createOutput,
  openClaims,
  openInput,
  placeGaps,
  placePart,
  positionAt,
  sizeOfClaims,
  takeGaps,
  writeGaps,
  writePosition,
} from '../../src/index.js';
import { thrown } from '../thrown.js';

const input = openInput(Uint8Array.from({ length: 20 }, (_, i) => i));

describe('a region that is read', () => {
  test('a position counts from the start, and lies within', () => {
    const claims = openClaims(4, 10);
    expect([0, 6].map((offset) => positionAt(claims, offset, 'x'))).toEqual([4, 10]);
    for (const offset of [7, -1, 1.5, Number.NaN, 2 ** 53, '1', 1n, undefined]) {
      expect(thrown(() => positionAt(claims, offset, 'x'))).toMatchObject({
        code: 'invalid-value',
        offset: 4,
        path: 'x',
        expected: 'an offset of 0 to 6',
      });
    }
  });

  test('what nothing holds is given in the longest stretches', () => {
    const claims = openClaims(4, 16);
    claim(claims, 10, 12, 'b');
    claim(claims, 4, 5, '');
    claim(claims, 8, 10, 'a', 0);
    claim(claims, 15, 15, 'a', 1);
    expect(takeGaps(claims, input)).toEqual([
      { offset: 1, bytes: Uint8Array.of(5, 6, 7) },
      { offset: 8, bytes: Uint8Array.of(12, 13, 14, 15) },
    ]);
    expect(thrown(() => closeClaims(claims))).toMatchObject({
      code: 'unclaimed-bytes',
      offset: 5,
      found: '3 bytes that none holds',
    });
  });

  test('an overlap names the later part, but never the fields without an offset', () => {
    const claims = openClaims(0, 20);
    claim(claims, 6, 10, 'a', 3);
    claim(claims, 2, 7, 'b');
    expect(thrown(() => takeGaps(claims, input))).toMatchObject({
      code: 'overlap',
      offset: 6,
      path: 'b',
      found: '1 byte of a[3]',
    });
    const others = openClaims(0, 20);
    claim(others, 2, 8, 'a', 3);
    claim(others, 0, 4, '');
    expect(thrown(() => closeClaims(others))).toMatchObject({
      offset: 2,
      path: 'a[3]',
      found: '2 bytes of the fields without an offset',
    });
  });

  test('more than there is cannot be without an overlap, so it is refused at once', () => {
    const claims = openClaims(0, 10);
    claim(claims, 0, 10, 'a');
    expect(thrown(() => claim(claims, 3, 4, 'b'))).toMatchObject({ code: 'overlap', offset: 3, path: 'b' });
  });
});

describe('a region that is written', () => {
  test('its size is where the last part ends, and a tail', () => {
    const claims = openClaims(0, Number.POSITIVE_INFINITY);
    placePart(claims, 4, 2, 'b');
    placePart(claims, 0, 2, '');
    placeGaps(claims, [{ offset: 2, bytes: Uint8Array.of(1, 2) }], 'rest');
    placePart(claims, 9, 0, 'empty');
    expect(sizeOfClaims(claims, 3)).toBe(9);
    expect(thrown(() => sizeOfClaims(claims, 2))).toMatchObject({ code: 'out-of-range', path: 'empty' });
  });

  test('holes, overlaps and offsets that are none', () => {
    const claims = openClaims(0, Number.POSITIVE_INFINITY);
    placePart(claims, 3, 2, 'b');
    expect(thrown(() => sizeOfClaims(claims, 0))).toMatchObject({
      code: 'unclaimed-bytes',
      offset: undefined,
      found: '3 bytes at 0 that none holds',
    });
    placePart(claims, 0, 4, 'c', 1);
    expect(thrown(() => sizeOfClaims(claims, 0))).toMatchObject({ code: 'overlap', path: 'c[1]' });
    for (const offset of [-1, 0.5, Number.MAX_SAFE_INTEGER, '1', undefined])
      expect(thrown(() => placePart(claims, offset, 1, 'd'))).toMatchObject({
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
