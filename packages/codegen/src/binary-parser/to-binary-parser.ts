import { DEFAULT_LIMITS } from '@bytewright/runtime';
import type { Infer, Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { rootParameters, searchedRoot } from '@bytewright/schema-dsl/ir';
import { Parser } from 'binary-parser/dist/binary_parser.js';
import { addNode } from './nodes/index.js';
import { isHelper, ParseState } from './parse-state.js';
import { RejectedInputError } from './rejected-input-error.js';
import type { SchemaParser } from './schema-parser.js';
import type { ParserBuild, Site } from './site.js';
import { addRest, addStep } from './site.js';

const built = new WeakSet<object>();

/**
 * Builds a binary-parser `Parser` from a schema. Each call gives a new one, which may be nested or extended
 * like one written by hand; keep it, as it is compiled once. It accepts what `decode()` accepts, less its
 * demand that nothing follows, under the default limits.
 *
 * @throws UnsupportedConstructError for what binary-parser cannot do as the schema means it.
 * @throws SchemaError for a schema that is faulty in itself.
 * @example
 * const Text = struct('Text', { length: derived(u16be), text: string() })
 *   .where(($) => [$.length.is(byteLength($.text))]);
 * toBinaryParser(Text).parse(Uint8Array.of(0, 2, 0x68, 0x69)); // { value: { text: 'hi' }, consumed: 4 }
 */
export function toBinaryParser<N extends Node<unknown>>(schema: N): SchemaParser<Infer<N>> {
  // parse() is declared to return anything; the steps of the parser see to what it is
  return parserOfIR(irOf(schema)) as SchemaParser<Infer<N>>;
}

/**
 * The same from a schema's intermediate representation, for tools that change it: where the numbers of elements in one
 * file are known, lists that binary-parser cannot follow become lists that it can.
 *
 * @param ir without free parameters
 * @throws UnsupportedConstructError for what binary-parser cannot do as the schema means it.
 * @example `parserOfIR(irOf(schema))` is `toBinaryParser(schema)`
 */
export function parserOfIR(ir: SchemaIR): SchemaParser<unknown> {
  const state = new ParseState(rootParameters(ir));
  let helpers = 0;
  const build: ParserBuild = {
    ir,
    state,
    structs: new Map(),
    fresh: (what) => `$${what}${++helpers}`,
  };
  const parser = new Parser();
  const site: Site = { parser, slot: 'value', path: 'root', struct: undefined, build };
  const start = build.fresh('start');
  parser.saveOffset(start);
  addStep(parser, () => state.reset());
  addInputLimit(site);
  addNode(searchedRoot(ir), site);
  parser.saveOffset('consumed');
  addRegistered(site);
  addStep(parser, (slots) => {
    slots.consumed = Number(slots.consumed) - Number(slots[start]); // an offset, where the parser is nested
    for (const name of Object.keys(slots)) if (isHelper(name)) delete slots[name];
  });
  built.add(parser);
  return parser as SchemaParser<unknown>; // see toBinaryParser
}

/**
 * Whether a parser comes from {@link toBinaryParser}, so that its results have the shape that one promises.
 */
export function isSchemaParser(value: unknown): value is SchemaParser<unknown> {
  return typeof value === 'object' && value !== null && built.has(value);
}

function addInputLimit(site: Site): void {
  const rest = addRest(site);
  addStep(site.parser, (slots) => {
    const size = Number(slots[rest]);
    if (size > DEFAULT_LIMITS.inputSize)
      throw new RejectedInputError(site.path, `more than ${DEFAULT_LIMITS.inputSize} bytes`);
    site.build.state.limitEmptyElements(size);
  });
}

/**
 * Mentions every registered struct outside of all others, in a choice that is never made. binary-parser
 * compiles a registered parser inside of the one that mentions it first, where a second one cannot call it.
 */
function addRegistered({ parser, build }: Site): void {
  const names = [...build.structs.values()].filter((type) => typeof type === 'string');
  if (names.length === 0) return;
  parser.choice(build.fresh('registered'), {
    tag: () => -1,
    choices: { ...names },
    defaultChoice: new Parser(),
  });
}
