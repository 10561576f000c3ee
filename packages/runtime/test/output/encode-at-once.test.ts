import type { Output } from '@bytewright/runtime/codec';
import {
  decide,
  decideMatch,
  encodeAtOnce,
  encodeFailure,
  encodeRoot,
  writeBytes,
  writeEmptyElements,
} from '@bytewright/runtime/codec';
import { beforeEach, describe, expect, test } from 'vitest';
import { thrown } from '../thrown.js';

/** What was called, in order. */
let calls: string[] = [];
beforeEach(() => {
  calls = [];
});

/** An encoder of its own for each test: how large the last value was is known by the function that writes. */
const coder = (also: (output: Output, value: Uint8Array) => void = () => {}) => {
  const measure = (value: Uint8Array): number => {
    calls.push('measure');
    if (value[0] === 0xff) throw encodeFailure('out-of-range', undefined, 'data', 'no ff', 'ff');
    return value.length;
  };
  const write = (output: Output, value: Uint8Array): void => {
    calls.push('write');
    also(output, value);
    if (value[0] === 0xff) throw new TypeError('what is unchecked may do anything');
    output.offset = writeBytes(output, value, output.offset, 'data');
  };
  return {
    atOnce: (...bytes: readonly number[]) => encodeAtOnce(Uint8Array.from(bytes), undefined, measure, write),
    root: (...bytes: readonly number[]) => encodeRoot(Uint8Array.from(bytes), undefined, measure, write),
  };
};

describe('encoding at once', () => {
  test('measures the first value, and none that fits in the room of the last one', () => {
    const { atOnce } = coder();
    expect([...atOnce(1, 2, 3)]).toEqual([1, 2, 3]);
    expect([...atOnce(4, 5, 6)]).toEqual([4, 5, 6]);
    expect([...atOnce(7)]).toEqual([7]);
    expect(calls).toEqual(['measure', 'write', 'write', 'write']);
    calls = [];
    expect([...atOnce(1, 2)]).toEqual([1, 2]); // more than the last one
    expect(calls).toEqual(['write', 'measure', 'write']);
  });

  test('gives memory of its own, of just the size', () => {
    const { atOnce } = coder();
    atOnce(1, 2, 3);
    const [one, other] = [atOnce(4), atOnce(5)];
    expect([one.buffer.byteLength, other.buffer.byteLength]).toEqual([1, 1]);
    expect(one.buffer).not.toBe(other.buffer);
  });

  test('finds the error that measuring finds, whatever writing did', () => {
    const { atOnce, root } = coder();
    atOnce(1, 2, 3);
    const [one, other] = [thrown(() => atOnce(0xff)), thrown(() => root(0xff))];
    expect(one).toMatchObject({ code: 'out-of-range', path: 'data', offset: undefined });
    expect(one).toEqual(other);
  });

  test('confirms decisions by the region that the finished bytes are', () => {
    const ends: number[] = [];
    const { atOnce } = coder((output) => {
      output.end -= 1; // what looks ahead leaves a byte to what follows
      decideMatch(output, 'data', 0, true, (_, __, start, end) => {
        ends.push(end);
        return start;
      });
      output.end += 1;
      const { end } = output;
      output.end = output.offset + 1; // a region of its own
      decideMatch(output, 'data', 0, true, (_, __, start, inner) => {
        ends.push(inner);
        return start;
      });
      output.end = end;
    });
    atOnce(1, 2, 3, 4);
    atOnce(1, 2, 3, 4);
    atOnce(1, 2, 3);
    expect(ends).toEqual([3, 1, 3, 1, 2, 1]);
  });

  test('refuses what a decoder would read otherwise, by its path', () => {
    const { atOnce } = coder((output, value) => {
      decide(output, 'data', {
        offset: 0,
        end: output.end,
        holds: (bytes) => bytes[0] !== 7 && value.length > 0,
      });
    });
    atOnce(1, 2);
    expect(thrown(() => atOnce(7))).toMatchObject({ code: 'ambiguous', path: 'data', offset: 0 });
  });

  test('takes as many elements without bytes as a decoder of the finished bytes', () => {
    const { atOnce, root } = coder((output, value) => {
      writeEmptyElements(output, 65_536 + 16 * (value[0] ?? 0), 0, 'data');
    });
    atOnce(4, 0, 0, 0);
    expect([...atOnce(1)]).toEqual([1]);
    const [one, other] = [thrown(() => atOnce(2)), thrown(() => root(2))];
    expect(one).toMatchObject({ code: 'limit-exceeded' });
    expect(one).toEqual(other);
  });
});
