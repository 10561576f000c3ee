import * as fc from 'fast-check';
import { irOf } from '../compile/ir-of.js';
import { runDecode } from '../interpreter/decode.js';
import { FAIL } from '../interpreter/failure.js';
import type { Node } from '../language/node.js';
import type { ValueOptions } from './arbitraries.js';
import { encodingsOf, withDamage } from './damaged.js';

/**
 * Inputs that decode accepts: encodings of valid values, and variations of encodings that are also accepted.
 *
 * @example
 * fc.assert(fc.property(arbitraryBytes(Text), (bytes) => equal(encode(Text, decode(Text, bytes)), bytes)));
 */
export function arbitraryBytes(schema: Node<unknown>, options: ValueOptions = {}): fc.Arbitrary<Uint8Array> {
  const ir = irOf(schema);
  const encodings = encodingsOf(ir, options);
  const isAccepted = (bytes: Uint8Array): boolean => runDecode(ir, bytes, {}).outcome !== FAIL;
  const variations = fc.tuple(encodings, withDamage(ir, encodings, encodings));
  return fc.oneof(
    { withCrossShrink: true },
    encodings,
    variations.map(([bytes, varied]) => (isAccepted(varied) ? varied : bytes)),
  );
}
