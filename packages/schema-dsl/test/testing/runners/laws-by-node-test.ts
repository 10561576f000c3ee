import { test } from 'node:test';
import { bytes, struct, toEnd, u8 } from '@bytewright/schema-dsl';
import { checkLaws } from '@bytewright/schema-dsl/testing';

const Note = struct('Note', { kind: u8, text: bytes(toEnd) });

test('laws of Note', (context) => {
  const { inapplicable } = checkLaws(Note, undefined, { runs: 20, seed: 1 });
  for (const { number, reason } of inapplicable) context.diagnostic(`law ${number}: ${reason}`);
});

test('laws of a Note whose kind is forgotten', () => {
  const forgetful = {
    decode: (input: Uint8Array) => ({ kind: 0, text: input.slice(1) }),
    encode: ({ kind, text }: { kind: number; text: Uint8Array }) => Uint8Array.of(kind, ...text),
    sizeOf: ({ text }: { text: Uint8Array }) => 1 + text.length,
  };
  checkLaws(Note, forgetful, { runs: 20, seed: 1 });
});
