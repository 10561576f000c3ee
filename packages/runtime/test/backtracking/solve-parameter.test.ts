import { encodeFailure, solveParameter } from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.js';

/** Refuses each candidate as it is told to: while sizes are added up (`undefined`), at an offset, or not at all. */
function solve(refusals: Readonly<Record<string, number | undefined>>): string {
  const refuse = (offset: number | undefined): never => {
    throw encodeFailure('mismatch', offset, '', 'another one', 'this one');
  };
  const names = Object.keys(refusals) as [string, ...string[]];
  return solveParameter(names, (name) => {
    const offset = refusals[name];
    if (offset === undefined || offset >= 0) refuse(offset);
  });
}

const FITS = -1;

describe('solveParameter', () => {
  test('takes the first that fits, whatever comes behind it', () => {
    expect(solve({ a: 3, b: FITS, c: FITS })).toBe('b');
  });

  test('takes the one that comes furthest where none fits, and the first of those that come as far', () => {
    expect(solve({ a: 1, b: 7, c: 7, d: 2 })).toBe('b');
  });

  test('one that is refused before anything is written comes less far than one that is refused at the start', () => {
    expect(solve({ a: undefined, b: 0 })).toBe('b');
    expect(solve({ a: 0, b: undefined })).toBe('a');
    expect(solve({ a: undefined, b: undefined })).toBe('a');
  });

  test('a single one is taken untried', () => {
    expect(solve({ a: 3 })).toBe('a');
    expect(solveParameter(['a'], () => expect.unreachable())).toBe('a');
  });

  test('takes what a candidate throws of its own for a refusal: whoever writes in earnest throws it again', () => {
    const encode = (candidate: string): void => {
      if (candidate === 'a') throw new TypeError('Cannot convert a Symbol value to a number');
    };
    expect(solveParameter(['a', 'b'], encode)).toBe('b');
  });

  test('lets the end of the stack through, which says nothing of a candidate', () => {
    const fault = new RangeError('Maximum call stack size exceeded');
    const fail = (): never => {
      throw fault;
    };
    expect(thrown(() => solveParameter(['a', 'b'], fail))).toBe(fault);
  });
});
