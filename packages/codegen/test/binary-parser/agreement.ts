import type { Infer, Node } from '@bytewright/schema-dsl';
import { decode, encode, isDecodeError } from '@bytewright/schema-dsl';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { parseWithBinaryParser, RejectedInputError, toBinaryParser } from '../../src/binary-parser/index.js';

/** Bytes from pairs of hexadecimal digits; spaces are for people. */
export function hex(digits: string): Uint8Array {
  const pairs = digits.replaceAll(' ', '').match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

type Result<T> = { readonly value: T } | { readonly error: unknown };

function attempt<T>(run: () => T): Result<T> {
  try {
    return { value: run() };
  } catch (error) {
    return { error };
  }
}

/** Whether an error says that the input is bad: any other one is a bug of ours. */
export const isRejection = (error: unknown): boolean =>
  error instanceof RejectedInputError || error instanceof RangeError;

/**
 * Holds binary-parser against the interpreter on any bytes: both give the same value and read all, or both
 * refuse; or binary-parser stops where the interpreter says that more follows, and agrees on what is in front
 * of that. Returns whether the interpreter accepts the bytes.
 */
export function expectAgreement(schema: Node<unknown>, bytes: Uint8Array): boolean {
  const decoded = attempt(() => decode(schema, bytes));
  const parsed = attempt(() => parseWithBinaryParser(schema, bytes));
  if ('value' in decoded) {
    expect(parsed).toStrictEqual({ value: { value: decoded.value, consumed: bytes.length } });
    return true;
  }
  if ('error' in parsed) {
    expect(parsed.error).toSatisfy(isRejection);
    return false;
  }
  const { value, consumed } = parsed.value;
  expect(consumed).toBeLessThan(bytes.length);
  expect(isDecodeError(decoded.error) && decoded.error.code).toBe('trailing-bytes');
  expect(decode(schema, bytes.slice(0, consumed))).toStrictEqual(value);
  return false;
}

/** What is known about a schema besides the schema. */
export interface Agreement<T> {
  /** Bytes and the value that a person reads from them. */
  readonly examples: readonly (readonly [bytes: string, value: T])[];
  readonly values: fc.Arbitrary<T>;
  /** Whether it reads to the end of the input, so that a shorter input may be another value. */
  readonly isOpen?: boolean;
}

/** Registers the tests that every supported construct passes. */
export function itAgrees<N extends Node<unknown>>(
  what: string,
  schema: N,
  { examples, values, isOpen = false }: Agreement<Infer<N>>,
): void {
  for (const [digits, value] of examples) {
    it(`${what}: reads ${digits === '' ? 'no bytes' : digits}`, () => {
      const bytes = hex(digits);
      expect(parseWithBinaryParser(schema, bytes)).toStrictEqual({ value, consumed: bytes.length });
      expect(decode(schema, bytes)).toStrictEqual(value);
    });

    it(`${what}: stops behind ${digits === '' ? 'no bytes' : digits}, or rejects what is cut off`, () => {
      const bytes = hex(digits);
      for (let size = 0; size < bytes.length; size++) {
        const accepted = expectAgreement(schema, bytes.slice(0, size));
        if (!isOpen) expect({ size, accepted }).toEqual({ size, accepted: false });
      }
      const longer = Uint8Array.of(...bytes, 0xa5);
      expectAgreement(schema, longer);
      if (!isOpen) expect(parseWithBinaryParser(schema, longer).consumed).toBe(bytes.length);
    });
  }

  it(`${what}: reads what is encoded, wherever it lies in memory`, () => {
    const parser = toBinaryParser(schema);
    fc.assert(
      fc.property(values, (value) => {
        const bytes = encode(schema, value);
        const expected = { value: decode(schema, bytes), consumed: bytes.length };
        expect(parser.parse(bytes)).toStrictEqual(expected);
        const framed = Uint8Array.of(0xee, 0xee, 0xee, ...bytes, 0xee);
        expect(parser.parse(framed.subarray(3, 3 + bytes.length))).toStrictEqual(expected);
        expect(parser.parse(Buffer.from(bytes))).toStrictEqual(expected);
      }),
      { numRuns: budget({ everyDay: 100, deep: 1000 }) },
    );
  });

  it(`${what}: agrees on damaged and on random bytes`, () => {
    const damaged = fc.tuple(values, fc.nat(), fc.nat(255), fc.nat(3)).map(([value, at, byte, cut]) => {
      const bytes = encode(schema, value);
      if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes.slice(0, bytes.length - (cut === 3 ? at % (bytes.length + 1) : 0));
    });
    const random = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(damaged, random), (bytes) => {
        expectAgreement(schema, bytes);
      }),
      { numRuns: budget({ everyDay: 300, deep: 3000 }) },
    );
  });
}
