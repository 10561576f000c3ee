import type { DecodeErrorDetails, EncodeErrorDetails } from '@bytewright/runtime';
import type { DecodeOptions, Infer, Node } from '@bytewright/schema-dsl';
import { decode, encode, isDecodeError, isEncodeError, sizeOf } from '@bytewright/schema-dsl';
import { expect } from 'vitest';

/** Bytes from pairs of hexadecimal digits; spaces separate fields. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Why bytes are rejected, as plain data. Fails if they are accepted, or if anything else is thrown. */
export function decodeErrorOf(
  schema: Node<unknown>,
  bytes: Uint8Array,
  options?: DecodeOptions,
): DecodeErrorDetails {
  try {
    decode(schema, bytes, options);
  } catch (error) {
    if (isDecodeError(error)) return error.toJSON();
    throw error;
  }
  throw new Error('the bytes were accepted');
}

/** Why a value is rejected, as plain data. The value may have any type, to test what encode does with it. */
export function encodeErrorOf(schema: Node<unknown>, value: unknown): EncodeErrorDetails {
  try {
    encode(schema, value as never);
  } catch (error) {
    if (isEncodeError(error)) return error.toJSON();
    throw error;
  }
  throw new Error('the value was accepted');
}

/** Asserts that bytes and value correspond in both directions, and that the size is known without encoding. */
export function expectBothWays<N extends Node<unknown>>(schema: N, bytes: string, value: Infer<N>): void {
  expect(decode(schema, hex(bytes))).toStrictEqual(value);
  expect(encode(schema, value)).toStrictEqual(hex(bytes));
  expect(sizeOf(schema, value)).toBe(hex(bytes).length);
}
