import type { Node } from '../../language/node.js';
import type { Codec } from './codec.js';
import type { InapplicableLaw, LawNumber } from './law.js';
import type { LawOptions } from './laws-of.js';
import { allLaws } from './laws-of.js';

/** The result of checking the laws of a schema, none of which was broken. */
export interface LawReport {
  /** The laws that hold for all inputs tried. */
  readonly held: readonly { readonly number: LawNumber; readonly title: string }[];
  /** The laws that do not apply to the schema or the codec, with the reasons. */
  readonly inapplicable: readonly InapplicableLaw[];
}

/**
 * Checks all laws of a schema, in any test runner or without one: for the interpreter, or for a codec that claims to implement
 * the schema. It has no time limit; it ends when all inputs have been tried, or a law is broken.
 *
 * @throws LawBroken for the first broken law, with the smallest counterexample: the value, its bytes with the byte in question
 * marked, and the seed
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
