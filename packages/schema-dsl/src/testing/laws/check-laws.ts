import type { Node } from '../../language/node.js';
import type { Codec } from './codec.js';
import type { InapplicableLaw, LawNumber } from './law.js';
import type { LawOptions } from './laws-of.js';
import { allLaws } from './laws-of.js';

/** What came of trying the laws of a schema, none of which was broken. */
export interface LawReport {
  /** The laws that hold, as far as they were tried. */
  readonly held: readonly { readonly number: LawNumber; readonly title: string }[];
  /** Those that say nothing of the schema or the codec, and why. */
  readonly inapplicable: readonly InapplicableLaw[];
}

/**
 * Tries all laws of a schema, in any test runner and outside of one: for the interpreter, or for a codec that coverage to be the
 * schema's. It knows nothing of time limits; it ends when the inputs are used up, or a law is broken.
 *
 * @throws LawBroken for the first law that is broken, with the smallest counterexample: the value, its bytes with the one marked
 * that it is about, and the seed.
 * @example
 * import { test } from 'node:test';
 *
 * test('laws of Text', () => {
 *   checkLaws(Text, { decode: decodeText, encode: encodeText, sizeOf: sizeOfText });
 * });
 */
export function checkLaws<T>(schema: Node<T>, codec?: Codec<T>, options: LawOptions = {}): LawReport {
  const all = allLaws(schema, codec, options);
  const applying = all.filter((law) => 'check' in law);
  for (const law of applying) law.check();
  return {
    held: applying.map(({ number, title }) => ({ number, title })),
    inapplicable: all.filter((law) => 'reason' in law),
  };
}
