import type { DecodeErrorDetails, EncodeErrorDetails } from '@bytewright/runtime';
import type { Node } from '@bytewright/schema-dsl';
import { afterAll, expect, test } from 'vitest';
import { bytesOfHex as hex } from '../../../../test/bytes-of-hex.js';
import { Codecs } from './codecs.js';
import { generatedText, Workshop } from './generate-code.js';
import { typeErrorsOf } from './type-check.js';

/** Bytes in hexadecimal, and the value that they stand for. */
export type Pair = readonly [bytes: string, value: unknown];
/** What is refused, and with which error. Only the details that are given are compared. */
export type Refused<Input, Details> = readonly [input: Input, error: Partial<Details>];

/** A schema with bytes by hand, for interpreter and generated code alike. */
export interface Case {
  readonly schema: () => Node<unknown>;
  readonly pairs?: readonly Pair[];
  readonly badBytes?: readonly Refused<string, DecodeErrorDetails>[];
  readonly badValues?: readonly Refused<unknown, EncodeErrorDetails>[];
}

/** Bytes from pairs of hexadecimal digits; spaces part the fields. */

/** Tests that interpreter and generated code read and write what each case says, and that the code compiles. */
export function testCases(cases: Readonly<Record<string, Case>>): void {
  const workshop = new Workshop();
  afterAll(() => workshop.remove());

  test.each(Object.entries(cases))('%s', async (_, { schema, pairs = [], badBytes = [], badValues = [] }) => {
    const node = schema();
    const codecs = new Codecs(node, await workshop.load([node]));
    for (const [text, value] of pairs) {
      expect(codecs.decode(hex(text))).toStrictEqual({ value });
      expect(codecs.encode(value)).toStrictEqual({ value: hex(text) });
    }
    for (const [text, error] of badBytes) expect(codecs.decode(hex(text))).toMatchObject({ error });
    for (const [value, error] of badValues) expect(codecs.encode(value)).toMatchObject({ error });
  });

  test('and the compiler finds no fault with the code', () => {
    expect(typeErrorsOf(Object.values(cases).map(({ schema }) => generatedText([schema()])))).toEqual([]);
  });
}

export { hex };
