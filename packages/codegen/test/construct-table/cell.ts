import * as dsl from '@bytewright/schema-dsl';
import { SchemaError } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { withDamage } from '../../../schema-dsl/src/testing/damaged.js';
import { ValidValues } from '../../../schema-dsl/src/testing/valid-values.js';
import { Codecs } from '../differential/codecs.js';
import { generatedText } from '../differential/generate-code.js';
import { loadModule } from '../differential/load-module.js';
import { mutateValue, valueMutation } from '../differential/mutate-value.js';
import * as ownCode from '../differential/own-code.js';
import type { Construct } from './constructs.js';
import type { Position } from './positions.js';
import type { Relation } from './relations.js';

/** What became of a cell. */
export type Outcome =
  /** Values were found, and both readings keep the laws on them. */
  | { readonly kind: 'holds'; readonly values: number; readonly text: string }
  /** No valid value was found, and all bytes that were tried are refused by both readings alike. */
  | { readonly kind: 'no-values'; readonly text: string }
  /** The same, and it is known why. */
  | { readonly kind: 'unfulfillable'; readonly reason: string }
  /** The definition is refused, by the schema error that is given. */
  | { readonly kind: 'refused'; readonly message: string; readonly schema: string }
  /** TypeScript refuses the schema. */
  | { readonly kind: 'types'; readonly message: string }
  /** The relation needs a value to compare with, and the construct has none. */
  | { readonly kind: 'without-values' }
  /** The readings disagree, break a law, or fail with an error that is none of ours. */
  | { readonly kind: 'fault'; readonly message: string };

const NAMES = { ...dsl, dozens: ownCode.dozens };
/** What the schemas of cells refer to. */
export const PARAMETERS =
  "const size = parameter('size', u8), version = parameter('version', u8, { default: 2 }), wide = parameter('wide', bool);";
const BUDGET = 200;
const SEED = 1;
const randomBytes = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 24 }).map((items) => Uint8Array.from(items)),
  fc.uint8Array({ maxLength: 24 }),
);

/** Ranges of bytes that constants of the cells consist of, or that are offsets in them. */
const likelyBytes = fc
  .array(fc.tuple(fc.constantFrom(0, 1, 2, 3, 7, 9, 17, 255), fc.integer({ min: 1, max: 20 })), {
    maxLength: 5,
  })
  .map((ranges) => Uint8Array.from(ranges.flatMap(([byte, length]) => new Array<number>(length).fill(byte))));
const MANY = 1500;

/** The text of the schema that a cell tries, or undefined where the construct has no values to relate to. */
export function schemaText(construct: Construct, relation: Relation, position: Position): string | undefined {
  const cell = relation.struct(construct);
  return cell === undefined ? undefined : position(cell, relation.moved);
}

/** A schema that can be used, or why it cannot. */
type Definition =
  | { readonly kind: 'defined'; readonly node: dsl.Node<unknown>; readonly ir: SchemaIR }
  | Extract<Outcome, { kind: 'refused' | 'fault' }>;

/** Whether the definition holds. */
export function definitionOf(schema: string): Definition {
  try {
    const node = nodeOf(schema);
    return { kind: 'defined', node, ir: irOf(node) };
  } catch (error) {
    if (error instanceof SchemaError) return { kind: 'refused', message: error.message, schema };
    return { kind: 'fault', message: `the definition fails with ${String(error)}` };
  }
}

/** Tries a cell with both readings. `samples` are bytes that it accepts, where none are found by chance. */
export function tryCell(schema: string, runs: number, samples: readonly Uint8Array[] = []): Outcome {
  const definition = definitionOf(schema);
  if (definition.kind !== 'defined') return definition;
  const { node, ir } = definition;
  try {
    const text = generatedText([node]);
    const codecs = new Codecs(node, loadModule(text));
    const values = valuesOf(ir, runs);
    const encodings = values.map((value, i) => {
      const encoded = codecs.encodeAndBack(value);
      if (!('value' in encoded))
        throw new Error(`a made-up value is refused: ${fc.stringify(value)} ${JSON.stringify(encoded)}`);
      codecs.decode(encoded.value as Uint8Array);
      for (const mutation of fc.sample(valueMutation, { seed: SEED + i, numRuns: 2 }))
        codecs.encodeAndBack(mutateValue(value, mutation));
      return encoded.value as Uint8Array; // encoders return bytes
    });
    const inputs: Uint8Array[] = [...samples, ...fc.sample(randomBytes, { seed: SEED, numRuns: 3 * runs })];
    if (encodings.length > 0) {
      const sources = fc.constantFrom(...encodings);
      inputs.push(...fc.sample(withDamage(ir, sources, sources), { seed: SEED, numRuns: 3 * runs }));
    }
    let accepted = encodings.length;
    for (const input of inputs) if ('value' in codecs.decode(input)) accepted++;
    // values that are rare are looked for among many more bytes
    if (accepted === 0)
      for (const input of fc.sample(likelyBytes, { seed: SEED, numRuns: MANY }))
        if ('value' in codecs.decode(input)) accepted++;
    return accepted === 0 ? { kind: 'no-values', text } : { kind: 'holds', values: accepted, text };
  } catch (error) {
    return {
      kind: 'fault',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function nodeOf(schema: string): dsl.Node<unknown> {
  const names = Object.keys(NAMES).filter((name) => name !== 'default');
  // the text is this program's own
  const make = new Function(...names, `${PARAMETERS} return ${schema};`);
  return make(...names.map((name) => Reflect.get(NAMES, name))) as dsl.Node<unknown>;
}

function valuesOf(ir: SchemaIR, numRuns: number): readonly unknown[] {
  try {
    return fc.sample(new ValidValues(ir, { isEncodable: true, budget: BUDGET }), { seed: SEED, numRuns });
  } catch (error) {
    if (error instanceof Error && error.message.includes('Valid values are too rare')) return [];
    throw error;
  }
}
