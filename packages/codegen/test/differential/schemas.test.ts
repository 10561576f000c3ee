import { expect, test } from 'vitest';
import { budget, SEED } from '../../../../test/budget.js';
import { runCampaign } from './campaign.js';
import { LANGUAGE } from './language-features.js';
import { typeErrorsOf } from './type-check.js';

// Many more of them, and others: `npm run test:differential -- --pairs 100000 --seed 7`.
const PAIRS = budget({ everyDay: 500, deep: 20_000 });
/** More schemas, with fewer values each, find more. */
const VALUES = budget({ everyDay: 4, deep: 9 });
/** Most of the time goes into schemas that hardly have a value. */
const PATIENCE = budget({ everyDay: 200, deep: 2000 });

test('for made-up schemas, interpreter, generated code and binary-parser do the same, and the compiler finds no fault with the code', {
  timeout: 1_800_000,
}, () => {
  const { fault, features, ...done } = runCampaign({
    seed: SEED,
    pairs: PAIRS,
    values: VALUES,
    patience: PATIENCE,
    features: LANGUAGE,
    mostSchemas: 1000,
  });
  expect(fault).toBeUndefined();
  expect(done.pairs).toBeGreaterThanOrEqual(PAIRS);
  expect(done.accepted).toBeGreaterThan(done.schemas);
  expect(done.refused).toBeGreaterThan(5 * done.schemas);
  expect(done.parsedSchemas).toBeGreaterThan(done.schemas / 5);
  expect(done.parsed).toBeGreaterThan(PAIRS / 4);
  expect(LANGUAGE.filter((feature) => !features.has(feature))).toEqual([]);
});

test('the type check can find a fault', () => {
  expect(typeErrorsOf(['export const a: number = 1;', 'export const b: string = 1;'])).toEqual([
    "Type 'number' is not assignable to type 'string'.: export const b: string = 1;",
  ]);
});
