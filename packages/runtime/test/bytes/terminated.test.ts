import { createOutput, findTerminator, writeBytes, writeTerminator } from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { thrown } from '../thrown.js';

/** The same by trying every place. */
function tryEverywhere(
  bytes: readonly number[],
  from: number,
  to: number,
  what: readonly number[],
  unit: number,
) {
  for (let at = from; at + what.length <= to; at += unit)
    if (what.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

describe('findTerminator', () => {
  test('finds what trying every place finds', () => {
    const bit = fc.nat(1); // so that nearly everything repeats itself
    const cases = fc.record({
      bytes: fc.array(bit, { maxLength: 40 }),
      from: fc.nat(5),
      cut: fc.nat(5),
      terminator: fc.array(bit, { minLength: 1, maxLength: 6 }),
      unit: fc.constantFrom<1 | 2>(1, 2),
    });
    fc.assert(
      fc.property(cases, ({ bytes, from, cut, terminator, unit }) => {
        const to = Math.max(from, bytes.length - cut);
        const expected = tryEverywhere(bytes, from, to, terminator, unit);
        expect(findTerminator(Uint8Array.from(bytes), from, to, terminator, unit)).toBe(expected);
      }),
      { numRuns: budget({ everyDay: 5000, deep: 50000 }) },
    );
  });

  test('looks at nothing outside of the range', () => {
    expect(findTerminator(Uint8Array.of(0, 1, 2, 0), 1, 3, [0])).toBe(-1);
    expect(findTerminator(Uint8Array.of(1, 13, 10), 0, 2, [13, 10])).toBe(-1);
  });

  test('units count from the beginning of the range', () => {
    expect(findTerminator(Uint8Array.of(9, 1, 0, 0, 1, 0, 0), 1, 7, [0, 0], 2)).toBe(5);
  });

  test('bytes that nearly match everywhere cost linear time', () => {
    const bytes = new Uint8Array(1 << 20).fill(0x61);
    let looks = 0;
    const watched = new Proxy(bytes, {
      get(target, key) {
        looks++;
        return Reflect.get(target, key);
      },
    });
    expect(findTerminator(watched, 0, 1 << 16, [...new Array<number>(200).fill(0x61), 0])).toBe(-1);
    expect(looks).toBeLessThanOrEqual(2 * (1 << 16));
  });
});

describe('writeTerminator', () => {
  const write = (content: readonly number[], terminator: readonly number[], unit?: 1 | 2): Uint8Array => {
    const output = createOutput(1 + content.length + terminator.length);
    const offset = writeBytes(output, Uint8Array.from(content), 1, 'text');
    expect(writeTerminator(output, terminator, 1, offset, 'text', unit)).toBe(output.bytes.length);
    return output.bytes.subarray(1);
  };

  test('goes behind the content', () => {
    expect([...write([1, 2], [0])]).toEqual([1, 2, 0]);
    expect([...write([], [13, 10])]).toEqual([13, 10]);
    expect([...write([1, 0, 0, 1], [0, 0], 2)]).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test.each([
    ['in the content', [97, 0, 98], [0], 1],
    ['at its end', [97, 13, 10], [13, 10], 1],
    ['begun in the content: ab before aba', [97, 98], [97, 98, 97], 0],
    ['begun in the content, late', [99, 97, 97], [97, 97], 1],
  ])('an earlier one is refused: %s', (_, content, terminator, at) => {
    expect(thrown(() => write(content, terminator))).toMatchObject({
      code: 'ambiguous',
      offset: 1,
      path: 'text',
      found: `one at byte ${at}`,
    });
  });

  test('a value that has grown since it was sized is refused', () => {
    const output = createOutput(2);
    expect(thrown(() => writeTerminator(output, [13, 10], 0, 1, 'text'))).toMatchObject({
      code: 'wrong-length',
    });
  });
});
