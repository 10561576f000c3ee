import { isDeepStrictEqual } from 'node:util';
import { SchemaError } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { irOf } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { decodeRoot } from '../../../schema-dsl/src/interpreter/decode.js';
import { withDamage } from '../../../schema-dsl/src/testing/damaged.js';
import { otherForm } from '../../../schema-dsl/src/testing/laws/other-form.js';
import { ValidValues } from '../../../schema-dsl/src/testing/valid-values.js';
import { Codecs, Disagreement } from './codecs.js';
import { faultOfParser, parserOf } from './compare-with-binary-parser.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';
import { buildSchema } from './made-up/build-schema.js';
import type { StructPlan } from './made-up/plan.js';
import { mutateValue, valueMutation } from './mutate-value.js';
import { outcomeOf } from './outcome.js';

/** How much is tried with each schema. */
export interface Effort {
  /** Valid values, each of which is a pair with the schema. */
  readonly values: number;
  /** Values in error, for each of the valid ones. */
  readonly mutations: number;
  /** Damaged encodings, and random bytes. */
  readonly damaged: number;
  readonly random: number;
  /** Structs that are tried in vain for a value: made-up relations often hold together never or hardly ever. */
  readonly budget: number;
  /** How many arms make a union a table, if not as many as usually. */
  readonly tablesFrom?: number;
}

/** What was done with a schema on which all agree. */
export interface Examination {
  readonly ir: SchemaIR;
  readonly text: string;
  /** Valid values that were written and read back, by interpreter and generated code. */
  readonly pairs: number;
  /** Inputs of the decoders that were accepted, and that were refused. */
  readonly accepted: number;
  readonly refused: number;
  /** Inputs that binary-parser was held against; 0 where it cannot follow the schema. */
  readonly parsed: number;
}

/** Bytes that often are counts, flags and tags. */
const smallBytes = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 })
  .map((items) => Uint8Array.from(items));
/** Floats of any width that are 0, -0, infinite or NaN, with a payload too, lie in these. */
const floatBytes = fc
  .array(fc.constantFrom(0, 0, 0, 0, 0x80, 0x7f, 0x7c, 0x7e, 0xc0, 0xf0, 0xf8, 1), { maxLength: 40 })
  .map((items) => Uint8Array.from(items));
const randomBytes = fc.oneof(smallBytes, floatBytes, fc.uint8Array({ maxLength: 40 }));

/** Limits above those that there are unless somebody asks for others. */
const RAISED = { depth: Number.POSITIVE_INFINITY, elements: 1e9 };

/** Valid values of a schema, or none where they are too rare. */
function valuesOf(ir: SchemaIR, seed: number, numRuns: number, budget: number): readonly unknown[] {
  try {
    return fc.sample(new ValidValues(ir, { isEncodable: true, budget }), { seed, numRuns });
  } catch (error) {
    if (error instanceof Error && error.message.includes('Valid values are too rare')) return [];
    throw error;
  }
}

/**
 * Holds interpreter, generated code and, where it can follow, binary-parser against one another on values and bytes of
 * a made-up schema. Nothing is returned for a plan that is not a schema.
 *
 * @throws Disagreement where they do not do the same, or break a law.
 */
export function examineSchema(plan: StructPlan, effort: Effort, seed: number): Examination | undefined {
  const schema = buildSchema(plan);
  const ir = irUnlessFaulty(schema);
  if (ir === undefined) return undefined;
  const { tablesFrom } = effort;
  const text = generatedText([schema], tablesFrom === undefined ? {} : { tablesFrom });
  const codecs = new Codecs(schema, loadModule(text));
  const parser = parserOf(schema);
  const seen = { pairs: 0, accepted: 0, refused: 0, parsed: 0 };

  const parse = (bytes: Uint8Array): void => {
    if (parser === undefined) return;
    const decode = (input: Uint8Array): ReturnType<typeof outcomeOf> =>
      outcomeOf(() => decodeRoot(ir, input));
    const fault = faultOfParser(parser, bytes, decode(bytes), decode);
    if (fault !== undefined)
      throw new Disagreement(`${fault}\n  input ${Buffer.from(bytes).toString('hex')}`);
    seen.parsed++;
  };
  const values = valuesOf(ir, seed, effort.values, effort.budget);
  const encodings: Uint8Array[] = [];
  for (const [i, value] of values.entries()) {
    const encoded = codecs.encodeAndBack(value);
    if (!('value' in encoded)) throw new Disagreement(`a made-up value is refused: ${fc.stringify(value)}`);
    const bytes = encoded.value as Uint8Array; // encoders return bytes
    codecs.decode(bytes);
    parse(bytes);
    encodings.push(bytes);
    seen.pairs++;
    const form = otherForm(ir, value, bytes);
    const again = codecs.encodeAndBack(form);
    if (!('value' in again) || !isDeepStrictEqual(again.value, bytes))
      throw new Disagreement(`another form of a value has other bytes: ${fc.stringify(form)}`);
    for (const mutation of fc.sample(valueMutation, { seed: seed + i, numRuns: effort.mutations })) {
      codecs.encodeAndBack(mutateValue(value, mutation));
      codecs.encodeAndBack(mutateValue(form, mutation));
    }
  }
  const broken = damagedOf(ir, encodings, seed, effort.damaged);
  const drawn = fc.sample(randomBytes, { seed, numRuns: effort.random });
  for (const [i, bytes] of [...broken, ...drawn].entries()) {
    seen['value' in codecs.decode(bytes) ? 'accepted' : 'refused']++;
    parse(bytes);
    codecs.decode(bytes, { bytes: 'view', limits: { elements: 2, depth: 1, inputSize: 30 } });
    if (i % 8 === 0) codecs.decode(bytes, { limits: RAISED });
  }
  return { ir, text, ...seen };
}

/** Damage to encodings, and pieces of one in another. */
function damagedOf(
  ir: SchemaIR,
  encodings: readonly Uint8Array[],
  seed: number,
  numRuns: number,
): readonly Uint8Array[] {
  if (encodings.length === 0) return [];
  const sources = fc.constantFrom(...encodings);
  return fc.sample(withDamage(ir, sources, sources), { seed, numRuns });
}

function irUnlessFaulty(schema: ReturnType<typeof buildSchema>): SchemaIR | undefined {
  try {
    return irOf(schema);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}
