import type * as fc from 'fast-check';
import { irOf } from '../compile/ir-of.js';
import type { Node } from '../language/node.js';
import type { ValueOptions } from './arbitraries.js';
import { ValidValues } from './valid-values.js';

/**
 * Valid values of a schema: what its encoder accepts. Edges of ranges, tags of arms and constants that the
 * schema compares with come more often than chance would have them, and everything shrinks.
 *
 * What only the whole can tell, such as a boundary inside of a payload, is drawn anew where it is wrong.
 *
 * @throws Error naming the schema, the constraint that is met most rarely and the field, where valid values are too rare to be
 * met by chance: `arbitraries` then takes one by hand. TypeError where one is for nothing that the schema has.
 * @example
 * const Text = struct('Text', { length: derived(u16be), text: string() })
 *   .where(($) => [$.length.is(byteLength($.text))]);
 * fc.assert(fc.property(arbitrary(Text), (value) => decode(Text, encode(Text, value)).text === value.text));
 * @example `arbitrary(Text, { arbitraries: { 'Text.text': fc.constantFrom('a', 'b') } })`
 */
export function arbitrary<T>(schema: Node<T>, { arbitraries }: ValueOptions = {}): fc.Arbitrary<T> {
  // the handlers build what the schema's type says, and the encoder has accepted it
  return new ValidValues(irOf(schema), {
    isEncodable: true,
    arbitraries,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<T>;
}
