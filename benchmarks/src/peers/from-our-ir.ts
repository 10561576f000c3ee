import { parserOfIR } from '@bytewright/codegen/binary-parser';
import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import type { Contender } from '../contender.js';
import { contender } from '../contender.js';

/** What all tables say of it. */
export const FROM_OUR_IR_NOTE =
  'decodes only; the parser that `@bytewright/codegen/binary-parser` makes, with all checks: this bridge alone makes it several times slower';

/** binary-parser with the parser that we make of a schema. */
export function fromOurIR(schema: Node<unknown>): Contender {
  const parser = parserOfIR(irOf(schema));
  return contender<{ readonly value: unknown }>(
    'binary-parser, from our IR',
    { decode: (bytes) => parser.parse(bytes), normalise: ({ value }) => value },
    FROM_OUR_IR_NOTE,
  );
}
