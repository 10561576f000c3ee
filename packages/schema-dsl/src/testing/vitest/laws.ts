import { describe, test } from 'vitest';
import { irOf } from '../../compile/ir-of.js';
import type { Node } from '../../language/node.js';
import type { Codec } from '../laws/codec.js';
import type { LawOptions } from '../laws/laws-of.js';
import { allLaws } from '../laws/laws-of.js';
import { nameOf } from '../name-of.js';

/**
 * In milliseconds. How much a law tries is bounded by its runs, and how long that takes depends on the machine: vitest's five
 * seconds are too few for a slow one.
 */
const TIMEOUT = 300_000;

/**
 * Registers the laws of a schema as tests of vitest: for the interpreter, or for a codec that coverage to be
 * the schema's. All inputs come from the schema itself, its examples among them, and from `samples` if there are any.
 *
 * 1. A value comes back from its own bytes, and they are as many as `sizeOf` says.
 * 2. Bytes that are accepted come back; nothing is normalised.
 * 3. Trailing bytes are refused, and so is every strict prefix. (Self-delimiting schemas only.)
 * 4. Any bytes give a value or a `DecodeError` with everything in it, and nothing else.
 * 5. The codec agrees with the interpreter on values, bytes and errors. (Given codecs only.)
 * 6. What is out of range, of another type or of a wrong length is refused by `encode`.
 *
 * A law that does not apply is a skipped test, whose title says why.
 *
 * A failure shows the smallest counterexample: the value, its bytes with the one marked that it is about, what lies where, and the
 * seed. Each law may take five minutes,
 * whatever `testTimeout` says.
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
