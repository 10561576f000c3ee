import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Contender } from './contender.js';
import type { Subject } from './subject.js';
import { sampleOf } from './subject.js';

/**
 * Sees that all contenders decode a subject to equal values, and encode these to its bytes: what is wrong can be fast.
 * Where there is a sample, values are compared on that, and what is encoded on both.
 *
 * @throws AssertionError where one of them does not.
 */
export function checkAgreement(subject: Subject, isSmoke: boolean): void {
  const sample = sampleOf(subject);
  const [first, ...others] = subject.contenders;
  ok(first?.codec.decode !== undefined);
  const expected = valueIn(first, sample);
  for (const other of others) {
    if (other.codec.decode === undefined) continue;
    deepStrictEqual(valueIn(other, sample), expected, `${other.name} decodes ${subject.name} differently`);
  }
  const inputs = sample === subject.bytes || isSmoke ? [sample] : [sample, subject.bytes];
  for (const bytes of inputs) for (const one of subject.contenders) checkEncoding(subject, one, bytes);
  checkEdits(subject, sample);
}

function valueIn({ codec }: Contender, bytes: Uint8Array): unknown {
  const value = codec.decode?.(wireOf(codec, bytes));
  return codec.normalise === undefined ? value : codec.normalise(value);
}

function checkEncoding({ name }: Subject, { name: who, codec }: Contender, bytes: Uint8Array): void {
  if (codec.decode === undefined || codec.encode === undefined) return;
  const wire = wireOf(codec, bytes);
  const value = codec.decode(wire);
  // a Buffer's comparison says where; an output may lie in a larger buffer
  ok(Buffer.from(wire).equals(codec.encode(value)), `${who} encodes ${name} differently`);
  if (codec.sizeOf !== undefined)
    ok(codec.sizeOf(value) === wire.length, `${who} takes ${name} for larger or smaller`);
}

/** Edited values are the same bytes, too. */
function checkEdits({ name, contenders }: Subject, sample: Uint8Array): void {
  const edited = contenders.flatMap(({ name: who, codec }) => {
    if (codec.edit === undefined || codec.encode === undefined) return [];
    const value = codec.decode?.(sample);
    codec.edit(value);
    return [{ who, bytes: Buffer.from(codec.encode(value)) }]; // a copy: an encoder may use its buffer again
  });
  for (const { who, bytes } of edited) {
    ok(!bytes.equals(sample), `${who} edits nothing in ${name}`);
    ok(edited[0] === undefined || bytes.equals(edited[0].bytes), `${who} edits ${name} differently`);
  }
}

function wireOf(codec: Contender['codec'], bytes: Uint8Array): Uint8Array {
  return codec.wire === undefined ? bytes : codec.wire(bytes);
}
