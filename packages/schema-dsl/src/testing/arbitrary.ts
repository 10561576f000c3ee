import type * as fc from 'fast-check';
import { irOf } from '../compile/ir-of.js';
import type { Node } from '../language/node.js';
import type { ValueOptions } from './arbitraries.js';
import { ValidValues } from './valid-values.js';

/**
 * Valid values of a schema: those that its encoder accepts. Range limits, tags of arms and constants that the schema compares
 * with are drawn more often than by chance, and everything shrinks.
 *
 * If a value is invalid only as a whole, such as with a boundary inside a payload, it is drawn again.
 *
 * @throws Error if valid values are too rare to be generated, with the schema, the field, and the constraint that is
 * satisfied most rarely: pass a hand-written generator in `arbitraries`. TypeError if one does not refer to the schema.
 * @example
 * const Text = struct('Text', { length: derived(u16be), text: string() })
 *   .where(($) => [$.length.is(byteLength($.text))]);
 * fc.assert(fc.property(arbitrary(Text), (value) => decode(Text, encode(Text, value)).text === value.text));
 * @example `arbitrary(Text, { arbitraries: { 'Text.text': fc.constantFrom('a', 'b') } })`
 */
export function arbitrary<T>(schema: Node<T>, { arbitraries }: ValueOptions = {}): fc.Arbitrary<T> {
  // the handlers build values of the schema's type, and the encoder has accepted them
  return new ValidValues(irOf(schema), {
    isEncodable: true,
    arbitraries,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<T>;
}
