import { describe, expect, test } from 'vitest';
import type { CustomCodec, CustomReading } from '../../src/codec.js';
import { customAt, customBytes } from '../../src/codec.js';
import { foreign } from '../foreign.js';

/** A byte that counts in dozens. */
const dozens: CustomCodec<number> = {
  read: ([byte]) => (byte === undefined ? 'no bytes' : { value: byte * 12, byteLength: 1 }),
  write: (value) => (value % 12 === 0 ? Uint8Array.of(value / 12) : `${value}, no dozens`),
};

const reading = (made: () => unknown): CustomCodec<unknown> => ({
  read: () => made() as CustomReading<unknown>, // what a careless author might give
  write: () => Uint8Array.of(1),
});

describe('customAt', () => {
  const input = Uint8Array.of(9, 1, 2, 3, 9);

  test('shows a codec the rest of the region, and nothing in front or behind', () => {
    const shown: number[][] = [];
    const codec: CustomCodec<number> = {
      read: (bytes) => {
        shown.push([...bytes]);
        return { value: 5, byteLength: 2 };
      },
      write: () => Uint8Array.of(1, 2),
    };
    expect(customAt(codec, input, 1, 4, 1, 8)).toEqual({ value: 5, byteLength: 2 });
    expect(shown).toEqual([[1, 2, 3]]);
  });

  test('shows plain bytes, also of a Buffer', () => {
    let shown: unknown;
    const codec: CustomCodec<number> = {
      read: (bytes) => {
        shown = Object.getPrototypeOf(bytes);
        return { value: 0, byteLength: 1 };
      },
      write: () => Uint8Array.of(1),
    };
    customAt(codec, Buffer.from([9, 1, 2]), 1, 3, 1, 8);
    expect(shown).toBe(Uint8Array.prototype);
  });

  test.each([
    ['refuses', () => 'a reason', 'a reason'],
    [
      'throws',
      () => {
        throw new Error('a fault');
      },
      'a fault',
    ],
    ['takes more than there is', () => ({ value: 1, byteLength: 4 }), '4 for the number of bytes'],
    ['takes less than its least size', () => ({ value: 1, byteLength: 0 }), '0 for the number of bytes'],
    ['takes half a byte', () => ({ value: 1, byteLength: 1.5 }), '1.5 for the number of bytes'],
    ['takes a bigint of bytes', () => ({ value: 1, byteLength: 1n }), '1n for the number of bytes'],
    ['gives nothing', () => undefined, /undefined/],
    ['gives no value', () => ({ value: undefined, byteLength: 1 }), 'undefined'],
    ['gives another type', () => ({ value: 'x', byteLength: 1 }), '"x"'],
    ['would write other bytes', () => ({ value: 1, byteLength: 2 }), 'a value that is written as bytes 01'],
  ])('a codec that %s is a text', (_, made, expected) => {
    expect(customAt(reading(made), input, 1, 4, 1, 8, 'number')).toMatch(expected);
  });

  test('a greatest size holds', () => {
    expect(
      customAt(
        reading(() => ({ value: 1, byteLength: 3 })),
        input,
        1,
        4,
        1,
        2,
      ),
    ).toBe('3 for the number of bytes');
  });
});

describe('customBytes', () => {
  test('are what the codec writes', () => {
    expect(customBytes(dozens, 132, 1, 1, 'number')).toEqual(Uint8Array.of(11));
  });

  test('are a copy, and plain', () => {
    const own = foreign('Uint8Array.of(11)') as Uint8Array;
    const made = customBytes({ read: () => ({ value: 0, byteLength: 1 }), write: () => own }, 0, 1, 1);
    expect(made).toEqual(Uint8Array.of(11));
    expect(Object.getPrototypeOf(made)).toBe(Uint8Array.prototype);
  });

  test('a text where the codec refuses, or throws, or gives no bytes', () => {
    expect(customBytes(dozens, 13, 1, 1)).toBe('13, no dozens');
    const throwing = {
      ...dozens,
      write: (): Uint8Array => {
        throw new Error('a fault');
      },
    };
    expect(customBytes(throwing, 12, 1, 1)).toBe('a fault');
    const careless = { ...dozens, write: (): Uint8Array => [1] as unknown as Uint8Array }; // what it must not give
    expect(customBytes(careless, 12, 1, 1)).toBe('[1]');
  });

  test('a text for a value of another type, or none', () => {
    expect(customBytes<unknown>(dozens as CustomCodec<unknown>, '12', 1, 1, 'number')).toBe('"12"');
    expect(customBytes<unknown>(dozens as CustomCodec<unknown>, undefined, 1, 1)).toBe('undefined');
  });

  test('a text for too many or too few bytes', () => {
    expect(customBytes(dozens, 12, 2, 4)).toBe('a value of 1 byte');
    const two = { read: () => ({ value: 0, byteLength: 2 }), write: () => Uint8Array.of(0, 0) };
    expect(customBytes(two, 0, 0, 1)).toBe('a value of 2 bytes');
  });

  test('a text for a number that the bytes do not hold: 3600 is 300 dozens, which a byte cuts to 44', () => {
    expect(customBytes(dozens, 3600, 1, 1)).toBe('a value that is read as 0x210 (528)');
  });

  test('a text for bytes that the codec does not read, or reads in part', () => {
    const deaf: CustomCodec<number> = { read: () => 'nothing I know', write: () => Uint8Array.of(7) };
    expect(customBytes(deaf, 1, 1, 1)).toBe('a value of bytes 07, of which it reads nothing I know');
    const short: CustomCodec<number> = {
      read: () => ({ value: 1, byteLength: 1 }),
      write: () => Uint8Array.of(7, 7),
    };
    expect(customBytes(short, 1, 1, 2)).toBe(
      'a value of bytes 07 07, of which it reads 1 for the number of bytes',
    );
  });
});
