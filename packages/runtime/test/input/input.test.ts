import { DecodeError, isDecodeError } from '@bytewright/runtime';
import {
  budgetFor,
  chargeSearch,
  closeInput,
  enterStruct,
  leaveStruct,
  openInput,
  takeBytes,
  takeElements,
} from '@bytewright/runtime/codec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { foreign } from '../foreign.js';
import { thrown } from '../thrown.js';

describe('openInput', () => {
  test('begins at 0 and ends where the bytes end', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const input = openInput(bytes);
    expect(input).toMatchObject({ offset: 0, end: 3, viewBytes: false, depth: 0, maxDepth: 128 });
    expect(input.bytes).toBe(bytes);
    expect(openInput(bytes, { bytes: 'view' }).viewBytes).toBe(true);
    expect(openInput(bytes, { bytes: 'copy' }).viewBytes).toBe(false);
  });

  test('the DataView sees the same bytes, also of a part of a buffer', () => {
    const whole = Uint8Array.of(9, 9, 1, 2, 9);
    const { view } = openInput(whole.subarray(2, 4));
    expect(view.byteLength).toBe(2);
    expect(view.getUint16(0)).toBe(0x0102);
  });

  test('takes a Buffer, and a Uint8Array of another realm', () => {
    expect(openInput(Buffer.from([1, 2])).end).toBe(2);
    const input = openInput(foreign('Uint8Array.of(7, 8, 9)') as Uint8Array);
    expect(input.view.getUint8(1)).toBe(8);
    expect(takeBytes(input, 1, 3)).toEqual(Uint8Array.of(8, 9));
  });

  test.each([
    ['undefined', undefined],
    ['an array', [1, 2]],
    ['a string', 'bytes'],
    ['an ArrayBuffer', new ArrayBuffer(4)],
    ['a Uint16Array', new Uint16Array(4)],
    ['a Uint8ClampedArray', new Uint8ClampedArray(4)],
    ['a DataView', new DataView(new ArrayBuffer(4))],
    ['something that inherits from one', Object.create(new Uint8Array(4))],
  ])('%s is a mistake of the program', (_, value) => {
    // the type rules it out; JavaScript does not
    const error = thrown(() => openInput(value as Uint8Array));
    expect(error).toBeInstanceOf(TypeError);
    expect(isDecodeError(error)).toBe(false);
  });

  test('an input of the limit is read, one byte more is refused', () => {
    const options = { limits: { inputSize: 4 } };
    expect(openInput(new Uint8Array(4), options).end).toBe(4);
    expect(thrown(() => openInput(new Uint8Array(5), options))).toMatchObject({
      code: 'limit-exceeded',
      offset: 0,
      path: '',
      expected: 'at most 4 bytes of input (limits.inputSize)',
      found: '5 bytes',
    });
  });
});

describe('closeInput', () => {
  test('passes at the end', () => {
    const input = openInput(new Uint8Array(2));
    input.offset = 2;
    closeInput(input);
    closeInput(openInput(new Uint8Array(0)));
  });

  test('refuses what is left, where it begins', () => {
    const input = openInput(new Uint8Array(5));
    input.offset = 2;
    input.end = 2; // the bound of a region is not the end of the input
    const error = thrown(() => closeInput(input));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ code: 'trailing-bytes', offset: 2, path: '', found: '3 more bytes' });
  });
});

describe('takeBytes', () => {
  const source = (): Uint8Array => Uint8Array.of(0, 1, 2, 3, 4, 5).subarray(1);

  test('copies: neither side sees changes of the other', () => {
    const bytes = source();
    const taken = takeBytes(openInput(bytes), 1, 3);
    expect(taken).toEqual(Uint8Array.of(2, 3));
    bytes.fill(0xff);
    expect(taken).toEqual(Uint8Array.of(2, 3));
    expect(taken.buffer.byteLength).toBe(2);
  });

  test('views, if asked: the same memory', () => {
    const bytes = source();
    const taken = takeBytes(openInput(bytes, { bytes: 'view' }), 1, 3);
    expect(taken).toEqual(Uint8Array.of(2, 3));
    bytes[1] = 0x7e;
    expect(taken).toEqual(Uint8Array.of(0x7e, 3));
    expect(taken.buffer).toBe(bytes.buffer);
  });

  test('nothing is taken as no bytes', () => {
    for (const option of ['copy', 'view'] as const) {
      expect(takeBytes(openInput(source(), { bytes: option }), 5, 5)).toEqual(new Uint8Array(0));
    }
  });

  test('a Buffer gives plain arrays, and copies of them', () => {
    const buffer = Buffer.from([1, 2, 3, 4]);
    for (const option of ['copy', 'view'] as const) {
      const taken = takeBytes(openInput(buffer, { bytes: option }), 1, 3);
      expect(Object.getPrototypeOf(taken)).toBe(Uint8Array.prototype);
      expect([...taken]).toEqual([2, 3]);
      expect(taken.buffer === buffer.buffer).toBe(option === 'view');
    }
  });
});

describe('enterStruct and leaveStruct', () => {
  test('as many levels as the limit, counted again after leaving', () => {
    const input = openInput(new Uint8Array(9), { limits: { depth: 2 } });
    input.offset = 7;
    enterStruct(input);
    enterStruct(input);
    const refused = {
      code: 'limit-exceeded',
      offset: 7,
      path: '',
      expected: 'at most 2 nested structs (limits.depth)',
    };
    expect(thrown(() => enterStruct(input))).toMatchObject(refused);
    leaveStruct(input);
    enterStruct(input);
    expect(input.depth).toBe(2);
    expect(thrown(() => enterStruct(input))).toMatchObject(refused);
  });

  test('a limit of 0 refuses the first', () => {
    const input = openInput(new Uint8Array(0), { limits: { depth: 0 } });
    expect(thrown(() => enterStruct(input))).toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('takeElements', () => {
  test('all lists together have as many elements as the limit', () => {
    const input = openInput(new Uint8Array(0), { limits: { elements: 10 } });
    takeElements(input, 6, 0, 'a');
    takeElements(input, 0, 1, 'b');
    takeElements(input, 4, 2, 'c');
    expect(thrown(() => takeElements(input, 1, 3, 'd'))).toMatchObject({
      code: 'limit-exceeded',
      offset: 3,
      path: 'd',
      expected: 'at most 10 list elements (limits.elements)',
    });
  });

  test('a count larger than the limit is refused at once, however large', () => {
    for (const count of [11, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY]) {
      const input = openInput(new Uint8Array(0), { limits: { elements: 10 } });
      expect(thrown(() => takeElements(input, count, 0, 'list'))).toMatchObject({ code: 'limit-exceeded' });
      expect(thrown(() => takeElements(input, 1, 0, 'list'))).toMatchObject({ code: 'limit-exceeded' });
    }
  });
});

describe('chargeSearch', () => {
  test('searches may go over 16 times the input and 64 KiB, in all', () => {
    expect(budgetFor(0)).toBe(65_536);
    expect(budgetFor(1000)).toBe(81_536);
    const input = openInput(new Uint8Array(1000));
    chargeSearch(input, 0, 81_535, 'payload');
    chargeSearch(input, 41, 42, 'payload');
    expect(thrown(() => chargeSearch(input, 42, 43, 'payload'))).toMatchObject({
      code: 'limit-exceeded',
      offset: 42,
      path: 'payload',
    });
  });

  test('however an input of n bytes is searched, at most 16 n + 64 Ki bytes are gone over', () => {
    const searches = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 300, maxLength: 300 });
    fc.assert(
      fc.property(searches, (ranges) => {
        const input = openInput(new Uint8Array(1000));
        let gone = 0;
        try {
          for (const [a, b] of ranges) {
            chargeSearch(input, Math.min(a, b), Math.max(a, b), '');
            gone += Math.abs(a - b);
          }
        } catch (error) {
          if (!isDecodeError(error)) throw error;
          return gone <= budgetFor(1000);
        }
        return gone <= budgetFor(1000) && input.searchBudget === budgetFor(1000) - gone;
      }),
      { numRuns: budget({ everyDay: 50, deep: 500 }) },
    );
  });
});
