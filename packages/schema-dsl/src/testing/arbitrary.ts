import type * as fc from 'fast-check';
import { irOf } from '../ir/compile.js';
import type { Node } from '../language/node.js';
import { ValidValues } from './valid-values.js';

/**
 * Valid values of a schema: what its encoder accepts. Edges of ranges, tags of arms and constants that the
 * schema compares with come more often than chance would have them, and everything shrinks.
 *
 * @throws Error naming the schema and the commonest refusal, where valid values are too rare to be met by
 * chance.
 * @example
 * const Text = struct('Text', { length: derived(u16be), text: string() })
 *   .where(($) => [$.length.is(byteLength($.text))]);
 * fc.assert(fc.property(arbitrary(Text), (value) => decode(Text, encode(Text, value)).text === value.text));
 */
export function arbitrary<T>(schema: Node<T>): fc.Arbitrary<T> {
  // the handlers build what the schema's type says, and the encoder has accepted it
  return new ValidValues(irOf(schema), { isEncodable: true }) as fc.Arbitrary<unknown> as fc.Arbitrary<T>;
}
