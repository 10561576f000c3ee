import { DecodeError } from '@bytewright/runtime';
import type { ReadingArm, WritingArm } from '@bytewright/runtime/codec';
import {
  armTable,
  chargeBacktracking,
  chargeSearch,
  checkBytes,
  confirmDecisions,
  createOutput,
  matchArm,
  measureArm,
  measureSearched,
  openInput,
  readArm,
  readSearched,
  tagged,
  takeBytes,
  takeElements,
  unexpectedEnd,
  writeArm,
  writeBytes,
  writeNoArm,
  writeSearched,
  writingTable,
} from '@bytewright/runtime/codec';
import { describe, expect, test } from 'vitest';
import { settleDeferredCharges } from '../../src/backtracking/charge-backtracking.js';
import { thrown } from '../thrown.js';

/** A block of a size that nothing says, perhaps with one more byte. */
interface Searched {
  readonly size: number;
  readonly more: boolean;
}

const sizeOf = ({ size, more }: Searched): number => size + Number(more);

/** Each candidate that was tried, in order. */
let tried: string[] = [];

const blockReading: ReadingArm<Uint8Array, { mark: number }, Searched> = {
  searched: { size: [2, 4], more: [true, false] },
  match: (_, __, start, end, ___, searched) => {
    tried.push(`${searched.size} ${searched.more}`);
    return start + sizeOf(searched) <= end ? start + sizeOf(searched) : -1;
  },
  read: (input, _, searched) => {
    const { offset, end } = input;
    const size = sizeOf(searched);
    if (end - offset < size) throw unexpectedEnd(offset, 'data', `${size} bytes`, end - offset);
    input.offset = offset + size;
    return takeBytes(input, offset, offset + size);
  },
};
const blockWriting: WritingArm<Uint8Array, { mark: number }, Searched> = {
  measure: (value, _, searched) => {
    if (value.length !== sizeOf(searched)) checkBytes(undefined, undefined, 'data');
    return value.length;
  },
  write: (output, value) => {
    output.offset = writeBytes(output, value, output.offset, 'data');
  },
};
const byteReading: ReadingArm<number> = {
  match: (_, __, start, end) => (start < end ? start + 1 : -1),
  read: (input) => {
    const { offset, end } = input;
    if (offset === end) throw unexpectedEnd(offset, '', 'u8 (1 byte)', 0);
    return input.view.getUint8(input.offset++);
  },
};
const byteWriting: WritingArm<number> = {
  measure: () => 1,
  write: (output, value) => {
    output.view.setUint8(output.offset++, value);
  },
};

type Arms = { block: Uint8Array; byte: number; other: number };
const reading = { block: blockReading, byte: tagged(byteReading, 1, 2), other: tagged(byteReading, 'block') };
const demands = [
  (bytes: Uint8Array, _: DataView, start: number, end: number, { mark }: { mark: number }) =>
    start + 1 === end && bytes[start] === mark ? start + 1 : -1,
  (bytes: Uint8Array, _: DataView, start: number, __: number, { mark }: { mark: number }) =>
    bytes[start] === mark ? start + 1 : -1,
];
const options = { tag: 'kind', member: 'state', demands, demanded: 'a mark' } as const;
const table = armTable<Arms, { mark: number }, 'kind', 'state'>(reading, options);
const lenient = armTable<Arms, { mark: number }, 'kind', 'state'>(reading, { ...options, hasFallback: true });
const writing = { block: blockWriting, byte: byteWriting, other: byteWriting };
const writers = writingTable(table, writing, true);
const context = { mark: 9 };

const read = (bytes: readonly number[], tag: unknown, from = table): unknown =>
  readArm(openInput(Uint8Array.from(bytes)), from, tag, context);

/** How a call fails; `undefined` where it does not. */
function codeOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof DecodeError ? error.code : error;
  }
}

describe('an arm is chosen', () => {
  test('by a strict demand before a weaker one, then by its place in the table, then by facts', () => {
    tried = [];
    expect(read([1, 2, 3, 4, 9], 'block')).toEqual({ kind: 'block', state: Uint8Array.of(1, 2, 3, 4) });
    expect(tried).toEqual(['2 true', '2 false', '4 true', '4 false']);
    // no candidate meets the first demand: the first that meets the second
    expect(read([1, 2, 3, 9, 9, 0], 'block')).toEqual({ kind: 'block', state: Uint8Array.of(1, 2, 3) });
    // the other arm of this tag, which is a byte
    expect(read([5, 9], 'block')).toEqual({ kind: 'other', state: 5 });
  });

  test('by any of its tags, and by none where the tag is -0 or unknown', () => {
    expect([1, 2].map((tag) => read([5, 9], tag))).toEqual([
      { kind: 'byte', state: 5 },
      { kind: 'byte', state: 5 },
    ]);
    const zero = armTable<{ a: number }, object, 'kind', 'state'>(
      { a: tagged(byteReading, 0) },
      { tag: 'kind', member: 'state' },
    );
    const from = (tag: unknown): unknown => readArm(openInput(Uint8Array.of(5)), zero, tag, {});
    expect([from(0), from(-0), from('0'), from(undefined)]).toEqual([
      { kind: 'a', state: 5 },
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('and is read at once where the first one fits', () => {
    tried = [];
    expect(read([1, 2, 3, 9], 'block')).toEqual({ kind: 'block', state: Uint8Array.of(1, 2, 3) });
    expect(tried).toEqual([]);
  });

  test('and what was read in vain has cost nothing', () => {
    const greedy: ReadingArm<number> = {
      match: () => -1,
      read: (input) => {
        takeElements(input, 3, input.offset, '');
        chargeSearch(input, 0, 1, '');
        input.depth++;
        input.offset++;
        chargeBacktracking(input, 0, 1, '', () => 0, 1);
        throw unexpectedEnd(input.offset, '', 'more', 0);
      },
    };
    const either = armTable<{ greedy: number; byte: number }, { mark: number }, 'kind', 'state'>(
      { greedy: tagged(greedy, 1), byte: tagged(byteReading, 1) },
      options,
    );
    const input = openInput(Uint8Array.of(5, 9));
    const { deferredCharges, ...before } = openInput(Uint8Array.of(5, 9));
    expect(readArm(input, either, 1, context)).toEqual({ kind: 'byte', state: 5 });
    expect(input).toMatchObject({ ...before, bytes: input.bytes, view: input.view, offset: 1 });
    expect(input.deferredCharges).toEqual(deferredCharges);
  });

  test('and a foreign error is not hidden by another candidate', () => {
    const broken: ReadingArm<number> = {
      ...byteReading,
      read: () => Reflect.ownKeys(undefined as never).length,
    };
    const either = armTable<{ broken: number; byte: number }, { mark: number }, 'kind', 'state'>(
      { broken: tagged(broken, 1), byte: tagged(byteReading, 1) },
      options,
    );
    expect(thrown(() => readArm(openInput(Uint8Array.of(5, 9)), either, 1, context))).toBeInstanceOf(
      TypeError,
    );
  });

  test('and what parsed in vain is charged by its end, and read again only where it may have looked further', () => {
    let reads = 0;
    const charged = (looksFurther: boolean, backtracking: number): readonly unknown[] => {
      const large: ReadingArm<Uint8Array, { mark: number }, Searched> = {
        ...blockReading,
        isLarge: true,
        looksFurther,
        read: (input, mark, searched) => {
          reads++;
          return blockReading.read(input, mark, searched);
        },
      };
      const from = armTable<{ block: Uint8Array }, { mark: number }, 'kind', 'state'>(
        { block: large },
        options,
      );
      const input = openInput(Uint8Array.of(1, 2, 3, 4, 9));
      Object.assign(input, { backtracking, isAhead: true }); // so that nothing is read at once
      reads = 0;
      const code = codeOf(() => readArm(input, from, 'block', context));
      settleDeferredCharges(input);
      return [code, input.backtracking, reads];
    };
    // 3 and 2 bytes in vain, then 5 that reach the end, then 4
    expect(charged(false, 100)).toEqual([undefined, 90, 1]);
    expect(charged(true, 100)).toEqual([undefined, 90, 4]);
    expect(charged(false, 10)).toEqual([undefined, 0, 1]);
    expect(charged(true, 10)).toEqual([undefined, 0, 4]);
    expect(charged(false, 9)).toEqual(['limit-exceeded', -1, 0]);
    expect(charged(true, 9)).toEqual(['limit-exceeded', -1, 3]);
  });

  test('and where none fits, the error is that of the candidate that came furthest', () => {
    const error = thrown(() => read([1, 2, 3, 4, 5, 6], 'block'));
    expect(error).toMatchObject({
      code: 'no-arm',
      offset: 5,
      path: '',
      expected: 'a mark behind more true',
      found: 'bytes 06',
    });
    expect(thrown(() => read([], 'block'))).toMatchObject({ expected: 'one of "block", "other"' });
    expect(read([1, 2, 3, 4, 5, 6], 'block', lenient)).toBeUndefined();
  });

  test('ahead likewise, without a word', () => {
    const ahead = (bytes: readonly number[], tag: unknown, from = table): number | undefined => {
      const input = Uint8Array.from(bytes);
      return matchArm(from as never, tag, input, new DataView(input.buffer), 0, input.length, context);
    };
    expect([ahead([1, 2, 9], 'block'), ahead([1, 2], 'block'), ahead([1, 2], 'x')]).toEqual([
      2,
      -1,
      undefined,
    ]);
    expect(ahead([1, 2], 'block', lenient)).toBeUndefined();
  });
});

describe('an arm is written', () => {
  const encode = (name: unknown, state: unknown, tag: unknown, rest: readonly number[] = [9]): Uint8Array => {
    const size = measureArm(writers, name, state, context) + rest.length;
    const write = (output: ReturnType<typeof createOutput>): void => {
      writeArm(output, writers, name, state, tag, context);
      output.bytes.set(rest, output.offset);
    };
    const output = createOutput(size);
    write(output);
    confirmDecisions(output, write);
    return output.bytes;
  };

  test('with the first parameters with which its value can be encoded', () => {
    expect(encode('block', Uint8Array.of(1, 2, 3, 4), 'block')).toEqual(Uint8Array.of(1, 2, 3, 4, 9));
    expect(encode('byte', 7, 2)).toEqual(Uint8Array.of(7, 9));
  });

  test('and refused where the table has no such arm, or another one has the tag', () => {
    expect(thrown(() => encode('toString', 7, 2))).toMatchObject({
      code: 'unknown-tag',
      path: 'kind',
      expected: 'one of "block", "byte", "other", undefined',
      found: '"toString"',
    });
    expect(thrown(() => encode('byte', 7, 'block'))).toMatchObject({
      code: 'mismatch',
      expected: 'the arm for "block"',
      found: 'the arm for 1, 2',
    });
    expect(thrown(() => encode('block', Uint8Array.of(1), 'block'))).toMatchObject({ path: 'state.data' });
  });

  test('or where its bytes would be read otherwise', () => {
    // three bytes with a mark behind are the first candidate, and so are read before four
    expect(thrown(() => encode('block', Uint8Array.of(1, 2, 3, 9), 'block', [0]))).toMatchObject({
      code: 'ambiguous',
      offset: 0,
    });
    // what is 'other' to its value is a block to a decoder
    expect(thrown(() => encode('other', 1, 'block', [2, 9]))).toMatchObject({ code: 'ambiguous' });
  });

  // three faults that confirming less than everything might have, each with the value that only it lets pass
  test.each([
    ['what follows it is not what must', [1, 2, 3], [0]],
    ['an earlier candidate fits as well as its own', [1, 2, 3, 9], [9, 0]],
    ['a later one meets a stricter demand', [1, 2, 3], [9, 9]],
  ])('or where %s', (_, block, rest) => {
    expect(thrown(() => encode('block', Uint8Array.from(block), 'block', rest))).toMatchObject({
      code: 'ambiguous',
      offset: 0,
    });
  });

  test('and its own bytes are not tried again', () => {
    tried = [];
    encode('block', Uint8Array.of(1, 2, 3), 'block');
    expect(tried).toEqual([]);
    encode('block', Uint8Array.of(1, 2, 3, 4), 'block');
    expect(tried).toEqual(['2 true', '2 false', '4 true']); // those before it
  });

  test('and none at all where the tag is unknown', () => {
    const none = (tag: unknown): unknown => {
      const output = createOutput(1);
      writeNoArm(output, writers, tag, context);
      return output.decisions.length;
    };
    expect(none('x')).toBe(0);
    expect(thrown(() => none(1))).toMatchObject({ code: 'mismatch', found: 'the arm for undefined' });
  });
});

describe('a search by itself', () => {
  const searched = armTable<{ Block: Uint8Array }, { mark: number }, '', ''>(
    { Block: blockReading },
    { tag: '', member: '', path: 'block', demands, demanded: 'a mark' },
  );
  const own = writingTable(searched, { Block: blockWriting });

  test('is read with the first parameters that fit, and fails at its path', () => {
    const from = (...bytes: readonly number[]): unknown =>
      readSearched(openInput(Uint8Array.from(bytes)), searched, context);
    expect(from(1, 2, 9)).toEqual(Uint8Array.of(1, 2));
    expect(thrown(() => from(1))).toMatchObject({ code: 'unexpected-end', path: 'block.data' });
  });

  test('is written with the parameters that its value tells', () => {
    const value = Uint8Array.of(1, 2);
    expect(measureSearched(own, value, context)).toBe(2);
    const output = createOutput(3);
    writeSearched(output, own, value, context);
    output.bytes[2] = 9;
    expect(() => confirmDecisions(output, () => {})).not.toThrow();
    expect(thrown(() => measureSearched(own, Uint8Array.of(1), context))).toMatchObject({
      path: 'block.data',
    });
  });
});
