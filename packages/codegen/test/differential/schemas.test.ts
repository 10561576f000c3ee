import { SchemaError } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { arbitrary, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { buildSchema } from './build-schema.js';
import { Codecs } from './codecs.js';
import { generatedText, Workshop } from './generate-code.js';
import { mutateValue, valueMutation } from './mutate-value.js';
import { structPlan } from './schema-plan.js';
import { typeErrorsOf } from './type-check.js';

// More schemas, and others, where somebody looks for faults: BYTEWRIGHT_SCHEMAS=2000 BYTEWRIGHT_SEED=7 vitest run …
const SCHEMAS = Number(process.env.BYTEWRIGHT_SCHEMAS ?? 40);
const SEED = Number(process.env.BYTEWRIGHT_SEED ?? 6);

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** Bytes that often are counts, flags and tags. */
const smallBytes = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 })
  .map((items) => Uint8Array.from(items));

/** Samples that are made from values of a schema, or none where its made-up relations hardly ever hold together. */
function samples<T>(arbitraryOf: () => fc.Arbitrary<T>, numRuns: number): readonly T[] {
  try {
    return fc.sample(arbitraryOf(), { seed: SEED, numRuns });
  } catch (error) {
    if (error instanceof Error && error.message.includes('Valid values are too rare')) return [];
    throw error;
  }
}

test('for made-up schemas, generated code does what the interpreter does, and the compiler finds no fault with it', async () => {
  const texts: string[] = [];
  const seen = { accepted: 0, refused: 0, encoded: 0 };
  const property = fc.asyncProperty(structPlan, async (plan) => {
    const schema = buildSchema(plan);
    try {
      irOf(schema);
    } catch (error) {
      if (error instanceof SchemaError) fc.pre(false);
      throw error;
    }
    const text = generatedText([schema]);
    texts.push(text);
    const codecs = new Codecs(schema, await workshop.import(text));
    const count = (outcome: object): void => {
      seen['value' in outcome ? 'accepted' : 'refused']++;
    };
    const values = samples(() => arbitrary(schema), 8);
    for (const value of values) {
      codecs.encodeAndBack(value);
      seen.encoded++;
      for (const mutation of fc.sample(valueMutation, { seed: seen.encoded, numRuns: 6 }))
        codecs.encodeAndBack(mutateValue(value, mutation));
    }
    const broken = values.length > 0 ? samples(() => damaged(schema), 20) : [];
    const random = fc.sample(fc.oneof(smallBytes, fc.uint8Array({ maxLength: 40 })), {
      seed: SEED,
      numRuns: 30,
    });
    for (const bytes of [...broken, ...random]) {
      count(codecs.decode(bytes));
      codecs.decode(bytes, { bytes: 'view', limits: { elements: 2, depth: 1, inputSize: 30 } });
    }
  });
  await fc.assert(property, { numRuns: SCHEMAS, seed: SEED, endOnFailure: SCHEMAS > 200 });

  expect(texts).toHaveLength(SCHEMAS);
  expect(seen.encoded).toBeGreaterThan(5 * SCHEMAS);
  expect(seen.accepted).toBeGreaterThan(3 * SCHEMAS);
  expect(seen.refused).toBeGreaterThan(10 * SCHEMAS);
  expect(typeErrorsOf(texts)).toEqual([]);
});

test('the type check can find a fault', () => {
  expect(typeErrorsOf(['export const a: number = 1;', 'export const b: string = 1;'])).toEqual([
    "Type 'number' is not assignable to type 'string'.: export const b: string = 1;",
  ]);
});
