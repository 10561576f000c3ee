import { expect, test } from 'vitest';
import { runCampaign } from './campaign.js';
import { LANGUAGE } from './language-features.js';
import { typeErrorsOf } from './type-check.js';
import { USUAL_CAMPAIGN } from './usual-campaign.js';

test('for made-up schemas, interpreter, generated code and binary-parser do the same, and the compiler finds no fault with the code', {
  timeout: 1_800_000,
}, () => {
  const { fault, features, ...done } = runCampaign(USUAL_CAMPAIGN);
  expect(fault).toBeUndefined();
  expect(done.pairs).toBeGreaterThanOrEqual(USUAL_CAMPAIGN.pairs);
  expect(done.accepted).toBeGreaterThan(done.schemas);
  expect(done.refused).toBeGreaterThan(5 * done.schemas);
  expect(done.parsedSchemas).toBeGreaterThan(done.schemas / 5);
  expect(done.parsed).toBeGreaterThan(USUAL_CAMPAIGN.pairs / 4);
  expect(LANGUAGE.filter((feature) => !features.has(feature))).toEqual([]);
});

test('the type check can find a fault', () => {
  expect(typeErrorsOf(['export const a: number = 1;', 'export const b: string = 1;'])).toEqual([
    "Type 'number' is not assignable to type 'string'.: export const b: string = 1;",
  ]);
});
