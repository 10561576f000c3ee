import {
  canAffordReading,
  chargeBacktracking,
  chargeSearch,
  decodeFailure,
  isSpent,
  noArm,
  noteReach,
  openInput,
  readRegion,
  takeText,
  tryCharge,
} from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { settleDeferredCharges } from '../../src/backtracking/charge-backtracking.js';
import { thrown } from '../thrown.js';

const bytes = Uint8Array.of(1, 2, 3, 4);
const fault = new RangeError('a fault of the program');

describe('an attempt that was made for nothing', () => {
  test('costs the bytes up to where it failed, and leaves the input as it was', () => {
    const input = openInput(bytes);
    const before = { ...input };
    chargeBacktracking(input, 1, 4, 'arm', () => {
      input.offset = 3;
      input.depth = 9;
      throw decodeFailure('mismatch', 3, 'x', '5', '4');
    });
    expect(input).toEqual({ ...before, backtracking: before.backtracking - 2 });
  });

  test('costs the bytes that it read, where it was of no use for another reason', () => {
    const input = openInput(bytes);
    const { backtracking } = input;
    chargeBacktracking(input, 0, 4, 'arm', () => {
      input.offset = 4;
    });
    expect(input.backtracking).toBe(backtracking - 4);
  });

  test('costs what it looked at before it failed in front of that', () => {
    const input = openInput(bytes);
    const before = { ...input };
    chargeBacktracking(input, 1, 4, 'arm', () => {
      noteReach(input, 4);
      noteReach(input, 3);
      throw decodeFailure('unexpected-end', 1, 'x', 'a terminator', 'none');
    });
    expect(input).toEqual({ ...before, backtracking: before.backtracking - 3 });
  });

  test('text that is none costs all of it', () => {
    const input = openInput(Uint8Array.of(0x61, 0xff, 0x62, 0x63));
    const { backtracking } = input;
    chargeBacktracking(input, 0, 4, 'arm', () => takeText(input, 0, 3, 'utf-8', 'x'));
    expect(input.backtracking).toBe(backtracking - 3);
    chargeBacktracking(input, 0, 4, 'arm', () => takeText(input, 0, 3, 'utf-8', 'x', 4));
    expect(input.backtracking).toBe(backtracking - 7);
    expect(takeText(input, 2, 4, 'utf-8', 'x')).toBe('bc');
  });

  test('changed bytes cost all of them', () => {
    const input = openInput(bytes);
    const { backtracking } = input;
    chargeBacktracking(input, 1, 4, 'arm', () =>
      readRegion(input, Uint8Array.of(9, 9), 1, 'x', () => {
        throw decodeFailure('mismatch', 0, 'y', '5', '9');
      }),
    );
    expect(input.backtracking).toBe(backtracking - 2);
  });

  test('a search for a boundary costs all that it went over', () => {
    const input = openInput(bytes);
    const { backtracking } = input;
    chargeBacktracking(input, 1, 4, 'arm', () => {
      throw decodeFailure('no-boundary', 1, 'x', 'a mark', 'none');
    });
    expect(input.backtracking).toBe(backtracking - 3);
  });

  test('is refused where nothing is left to pay with', () => {
    const input = openInput(bytes);
    input.backtracking = 1;
    const attempt = (): void =>
      chargeBacktracking(input, 1, 4, 'arm', () => {
        throw decodeFailure('mismatch', 3, 'x', '5', '4');
      });
    expect(thrown(attempt)).toMatchObject({ code: 'limit-exceeded', offset: 1, path: 'arm' });
  });

  test('a fault that is not a refusal is not taken for one', () => {
    const input = openInput(bytes);
    const attempt = (): void =>
      chargeBacktracking(input, 0, 4, 'arm', () => {
        throw fault;
      });
    expect(thrown(attempt)).toBe(fault);
  });
});

describe('the stacks of errors that nobody sees', () => {
  const limit = Error.stackTraceLimit;

  test('are not made, and those of other errors are', () => {
    let hidden: unknown;
    chargeBacktracking(openInput(bytes), 0, 4, 'arm', () => {
      hidden = decodeFailure('mismatch', 3, 'x', '5', '4');
      throw hidden;
    });
    expect(hidden).toMatchObject({ stack: expect.not.stringContaining('    at ') });
    expect(Error.stackTraceLimit).toBe(limit);
    expect(decodeFailure('mismatch', 3, 'x', '5', '4').stack).toContain('    at ');
  });

  test('a fault of the program leaves the limit as it was', () => {
    const attempt = (): void =>
      chargeBacktracking(openInput(bytes), 0, 4, 'arm', () => {
        throw fault;
      });
    expect(thrown(attempt)).toBe(fault);
    expect(Error.stackTraceLimit).toBe(limit);
  });
});

describe('an attempt whose cost is bounded', () => {
  const failingAt = (offset: number, reads: number[]) => (): never => {
    reads.push(offset);
    throw decodeFailure('mismatch', offset, 'x', '5', '4');
  };

  test('is not read again as long as the budget would cover all bytes', () => {
    const input = openInput(bytes);
    const { backtracking } = input;
    const reads: number[] = [];
    for (let i = 0; i < 5; i++) chargeBacktracking(input, 0, 4, 'arm', failingAt(3, reads), 2);
    expect(reads).toEqual([]);
    expect(input).toMatchObject({ backtracking, deferred: 40 });
  });

  test('is paid for when the budget gets short, by what it did look at', () => {
    const input = openInput(bytes);
    input.backtracking = 9;
    const reads: number[] = [];
    chargeBacktracking(input, 0, 4, 'arm', failingAt(1, reads), 1);
    chargeBacktracking(input, 0, 4, 'arm', failingAt(2, reads), 1);
    expect(reads).toEqual([]);
    chargeBacktracking(input, 0, 4, 'arm', failingAt(3, reads), 1);
    expect(reads).toEqual([1, 2, 3]);
    expect(input).toMatchObject({ backtracking: 3, deferred: 0, deferredCharges: [] });
  });

  test('is refused at the very attempt for which nothing is left', () => {
    const input = openInput(bytes);
    input.backtracking = 8;
    const reads: number[] = [];
    for (let i = 0; i < 2; i++) chargeBacktracking(input, 0, 4, 'arm', failingAt(4, reads), 1);
    const attempt = (): void => chargeBacktracking(input, 1, 4, 'other', failingAt(3, reads), 1);
    expect(thrown(attempt)).toMatchObject({ code: 'limit-exceeded', offset: 1, path: 'other' });
  });

  test('does not touch the budget of searches for boundaries', () => {
    const input = openInput(bytes);
    Object.assign(input, { backtracking: 7, searchBudget: 5 });
    chargeBacktracking(input, 0, 4, 'arm', failingAt(1, []), 1);
    chargeSearch(input, 0, 4, 'x');
    expect(input).toMatchObject({ backtracking: 7, searchBudget: 1, deferred: 4 });
    expect(thrown(() => chargeSearch(input, 1, 4, 'x'))).toMatchObject({ code: 'limit-exceeded', offset: 1 });
  });

  test('is read with the depth and the elements that there were', () => {
    const input = openInput(bytes);
    input.backtracking = 5;
    const seen: number[] = [];
    const read = (): never => {
      seen.push(input.depth, input.elements);
      throw decodeFailure('mismatch', 1, 'x', '5', '4');
    };
    Object.assign(input, { depth: 2, elements: 30 });
    chargeBacktracking(input, 0, 4, 'arm', read, 1);
    Object.assign(input, { depth: 7, elements: 20 });
    expect(tryCharge(input, 0, 4, failingAt(4, []), 1)).toBe(true);
    expect(seen).toEqual([2, 30]);
    expect(input).toMatchObject({ depth: 7, elements: 20, backtracking: 0 });
  });
});

describe('attempts and searches within an attempt', () => {
  const fail = (offset: number): never => {
    throw decodeFailure('mismatch', offset, 'x', '5', '4');
  };

  test('cost what they cost together, where that is more than the bytes of the whole', () => {
    const input = openInput(bytes);
    const { backtracking, searchBudget } = input;
    chargeBacktracking(input, 0, 4, 'arm', () => {
      for (let i = 0; i < 2; i++) chargeBacktracking(input, 1, 4, 'inner', () => fail(3));
      chargeSearch(input, 2, 4, 'inner');
      fail(4);
    });
    expect(input).toMatchObject({ backtracking: backtracking - 6, searchBudget });
  });

  test('cost nothing of their own, where the whole looked at more', () => {
    const input = openInput(bytes);
    const { backtracking } = input;
    chargeBacktracking(input, 0, 4, 'arm', () => {
      chargeBacktracking(input, 1, 4, 'inner', () => fail(3));
      fail(4);
    });
    expect(input.backtracking).toBe(backtracking - 4);
  });

  test('cost nothing when they are made again for the sake of an error', () => {
    const input = openInput(bytes);
    const before = { ...input };
    const read = (): void => {
      chargeBacktracking(input, 1, 4, 'inner', () => fail(3));
      chargeSearch(input, 0, 4, 'inner');
      fail(4);
    };
    const error = noArm(input, 0, 4, '', { expected: 'it', alternatives: [['arm', read]] });
    expect(error).toMatchObject({ code: 'mismatch', offset: 4 });
    expect(input).toEqual(before);
  });

  test('leave deferred what is deferred, also where a region in them settles what it owes', () => {
    const input = openInput(bytes);
    let isRead = false;
    chargeBacktracking(
      input,
      0,
      4,
      'arm',
      () => {
        isRead = true;
        fail(4);
      },
      1,
    );
    const before = { ...input };
    const read = (): void => {
      settleDeferredCharges(input);
      fail(4);
    };
    const again = (): void => {
      chargeBacktracking(input, 1, 4, 'inner', () => fail(3));
      fail(4);
    };
    const alternatives = [
      ['region', read],
      ['arm', again],
    ] as const;
    expect(noArm(input, 0, 4, '', { expected: 'it', alternatives })).toMatchObject({ code: 'mismatch' });
    expect(input).toEqual(before);
    expect([isRead, input.deferred]).toEqual([false, 4]);
  });
});

describe('a choice with something to fall back on', () => {
  const failingAt = (offset: number) => (): never => {
    throw decodeFailure('mismatch', offset, 'x', '5', '4');
  };

  test('goes on until an attempt costs more than is left, and then tries nothing more', () => {
    const input = openInput(bytes);
    input.backtracking = 5;
    expect(tryCharge(input, 0, 4, failingAt(3), 1)).toBe(true);
    expect(isSpent(input)).toBe(false);
    expect(tryCharge(input, 0, 4, failingAt(3), 1)).toBe(false);
    expect(isSpent(input)).toBe(true);
    expect(tryCharge(input, 0, 4, failingAt(0))).toBe(false);
    expect(isSpent(undefined)).toBe(false); // what is only tried ahead costs nothing
  });

  test('takes what fits only if reading it is covered, and is left what it had', () => {
    const input = openInput(bytes);
    input.backtracking = 5;
    const reads: number[] = [];
    const read = (): void => {
      reads.push(input.backtracking);
      chargeBacktracking(input, 1, 4, 'inner', failingAt(3));
      input.offset = 4;
    };
    expect(canAffordReading(input, 0, 4, read, 1)).toBe(true);
    expect(reads).toEqual([]); // 4 bytes are covered whatever it looks at
    expect(canAffordReading(input, 0, 4, read, 2)).toBe(true);
    expect(reads).toEqual([5]);
    expect(input).toMatchObject({ backtracking: 5, offset: 0, isTrial: false });
    input.backtracking = 1;
    expect(canAffordReading(input, 0, 4, read)).toBe(false);
    expect(isSpent(input)).toBe(true);
  });

  test('does not take what would search for a boundary in vain for longer than is left', () => {
    const input = openInput(bytes);
    input.searchBudget = 3;
    expect(canAffordReading(input, 0, 4, () => chargeSearch(input, 0, 4, 'x'), 1)).toBe(false);
    expect(input.searchBudget).toBe(3); // they are left what they had
    expect(isSpent(input)).toBe(true);
  });
});

describe('the error where no alternative can be taken', () => {
  const failing = (offset: number) => (): never => {
    throw decodeFailure('mismatch', offset, 'x', '5', '4');
  };

  test('is that of the one that came furthest, the first of those that came as far', () => {
    const input = openInput(bytes);
    const alternatives = [
      ['a', failing(1)],
      ['b', failing(2)],
      ['c', failing(2)],
    ] as const;
    expect(noArm(input, 0, 4, 'arm', { alternatives })).toMatchObject({
      code: 'mismatch',
      offset: 2,
      path: 'arm.x',
    });
    expect(noArm(input, 0, 4, 'arm', { alternatives, member: 'value' })).toMatchObject({
      path: 'arm.value.x',
    });
  });

  test('says what all of them expect, where that is known and none came further than the first byte', () => {
    const input = openInput(bytes);
    const alternatives = [['a', failing(0)]] as const;
    expect(noArm(input, 0, 4, 'arm', { alternatives, expected: '7 or 8' })).toMatchObject({
      code: 'no-arm',
      offset: 0,
      path: 'arm',
      expected: '7 or 8',
    });
    expect(noArm(input, 0, 4, 'arm', { alternatives })).toMatchObject({ code: 'mismatch', offset: 0 });
  });

  test('names what must come behind one that parses', () => {
    const input = openInput(bytes);
    const read = (): void => {
      input.offset = 3;
    };
    const choice = { alternatives: [['a', read]] as const, demanded: 'a mark' };
    expect(noArm(input, 0, 4, 'arm', choice)).toMatchObject({
      code: 'no-arm',
      offset: 3,
      path: 'arm',
      expected: 'a mark behind a',
    });
  });
});
