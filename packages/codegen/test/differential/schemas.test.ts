import type { Node } from '@bytewright/schema-dsl';
import { SchemaError } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { arbitrary, damaged } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { capabilities, toBinaryParser, UnsupportedConstructError } from '../../src/binary-parser/index.js';
import { expectAgreement } from '../binary-parser/agreement.js';
import { buildSchema } from './build-schema.js';
import { Codecs } from './codecs.js';
import { constructsIn } from './constructs-in.js';
import { generatedText, Workshop } from './generate-code.js';
import { mutateValue, valueMutation } from './mutate-value.js';
import { structPlan } from './schema-plan.js';
import { typeErrorsOf } from './type-check.js';

// More of them, and others, where somebody looks for faults: `npm run test:differential -- --pairs 100000 --seed 7`.
const PAIRS = Number(process.env.BYTEWRIGHT_PAIRS ?? 2000);
const SEED = Number(process.env.BYTEWRIGHT_SEED ?? 6);

/** Schemas whose code is compiled together: enough to share the work, few enough for their texts to fit into memory. */
const BATCH = 50;
/** Values of each schema. */
const VALUES = 32;

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

/** Whether binary-parser can follow a schema. */
function isSpoken(schema: Node<unknown>): boolean {
  try {
    toBinaryParser(schema);
    return true;
  } catch (error) {
    if (error instanceof UnsupportedConstructError) return false;
    throw error;
  }
}

/** What a run has seen. */
const seen = { schemas: 0, pairs: 0, accepted: 0, refused: 0, spoken: 0, constructs: new Set<string>() };

/** Makes up a batch of schemas, and holds all that can read them to one another. */
async function runBatch(seed: number): Promise<void> {
  const texts: string[] = [];
  const property = fc.asyncProperty(structPlan, async (plan) => {
    const schema = buildSchema(plan);
    try {
      irOf(schema);
    } catch (error) {
      if (error instanceof SchemaError) fc.pre(false);
      throw error;
    }
    const text = generatedText([schema]);
    const codecs = new Codecs(schema, await workshop.import(text));
    const values = samples(() => arbitrary(schema), VALUES);
    if (values.length === 0) fc.pre(false);
    const isThird = isSpoken(schema);
    texts.push(text);
    seen.schemas++;
    for (const construct of constructsIn(codecs.ir)) seen.constructs.add(construct);
    for (const value of values) {
      const outcome = codecs.encodeAndBack(value);
      seen.pairs++;
      if (isThird && 'value' in outcome) {
        expectAgreement(schema, outcome.value as Uint8Array); // what an encoder gives
        seen.spoken++;
      }
      for (const mutation of fc.sample(valueMutation, { seed: seen.pairs, numRuns: 3 }))
        codecs.encodeAndBack(mutateValue(value, mutation));
    }
    const random = fc.sample(fc.oneof(smallBytes, fc.uint8Array({ maxLength: 40 })), { seed, numRuns: 30 });
    for (const bytes of [...samples(() => damaged(schema), 20), ...random]) {
      const outcome = codecs.decode(bytes);
      seen['value' in outcome ? 'accepted' : 'refused']++;
      codecs.decode(bytes, { bytes: 'view', limits: { elements: 2, depth: 1, inputSize: 30 } });
      if (isThird) expectAgreement(schema, bytes);
    }
  });
  await fc.assert(property, { numRuns: BATCH, seed, endOnFailure: PAIRS > 10_000, maxSkipsPerRun: 1000 });
  expect(typeErrorsOf(texts)).toEqual([]);
}

test('for made-up schemas, generated code and binary-parser do what the interpreter does, and the compiler finds no fault', async () => {
  for (let batch = 0; seen.pairs < PAIRS; batch++) {
    try {
      await runBatch(SEED + batch);
    } catch (error) {
      const again = `npm run test:differential -- --pairs 1 --seed ${SEED + batch}`;
      throw new Error(`again: ${again}\n${String(error)}`, { cause: error });
    }
    if (PAIRS > 2000) console.log(`seed ${SEED + batch}: ${seen.schemas} schemas, ${seen.pairs} pairs`);
  }
  expect(seen.accepted).toBeGreaterThan(2 * seen.schemas);
  expect(seen.refused).toBeGreaterThan(10 * seen.schemas);
  expect(seen.spoken).toBeGreaterThan(seen.pairs / 20);
});

test.runIf(PAIRS >= 2000)('every construct of the language is among them', () => {
  const { relations, nodes, byteExtents, listExtents } = capabilities;
  const all = [
    ...Object.keys(nodes),
    ...Object.keys(relations),
    ...Object.keys(byteExtents).map((kind) => `bytes: ${kind}`),
    ...Object.keys(listExtents).map((kind) => `list: ${kind}`),
  ];
  expect(all.filter((construct) => !seen.constructs.has(construct))).toEqual([]);
});

test('the type check can find a fault', () => {
  expect(typeErrorsOf(['export const a: number = 1;', 'export const b: string = 1;'])).toEqual([
    "Type 'number' is not assignable to type 'string'.: export const b: string = 1;",
  ]);
});
