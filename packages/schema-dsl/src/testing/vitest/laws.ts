import { describe, test } from 'vitest';
import { irOf } from '../../compile/ir-of.js';
import type { Node } from '../../language/node.js';
import type { Codec } from '../laws/codec.js';
import type { LawOptions } from '../laws/laws-of.js';
import { allLaws } from '../laws/laws-of.js';
import { nameOf } from '../name-of.js';

/**
 * In milliseconds. The runs bound how much a law tries, but the time that takes depends on the machine: vitest's five seconds
 * are too short for a slow one.
 */
const TIMEOUT = 300_000;

/**
 * Registers the laws of a schema as vitest tests: for the interpreter, or for a codec that claims to implement the schema.
 * All inputs come from the schema itself, including its examples, and from `samples` if given.
 *
 * 1. A value survives a round trip, and its encoding has `sizeOf` bytes.
 * 2. Accepted bytes survive a round trip; nothing is normalised.
 * 3. Trailing bytes are rejected, and so is every strict prefix. (Self-delimiting schemas only.)
 * 4. Any bytes give a value or a complete `DecodeError`, and nothing else.
 * 5. The codec agrees with the interpreter on values, bytes and errors. (Only if a codec is given.)
 * 6. `encode` rejects values of the wrong type, range or length.
 *
 * A law that does not apply is a skipped test, whose title says why.
 *
 * A failure shows the smallest counterexample: the value, its bytes with the byte in question marked, the positions of all
 * parts, and the seed. Each law may take five minutes, regardless of `testTimeout`.
 *
 * @example
 * laws(Text);
 * const codec = { decode: decodeText, encode: encodeText, sizeOf: sizeOfText };
 * laws(Text, codec, { samples: [readFileSync('a.bin')] });
 */
export function laws<T>(schema: Node<T>, codec?: Codec<T>, options: LawOptions = {}): void {
  describe(`laws of ${nameOf(irOf(schema))}`, () => {
    for (const law of allLaws(schema, codec, options)) {
      if ('check' in law) test(law.title, { timeout: TIMEOUT }, () => law.check());
      else test.skip(`law ${law.number} does not apply: ${law.reason}`);
    }
  });
}
