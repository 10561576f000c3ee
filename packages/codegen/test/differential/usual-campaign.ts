import { budget, SEED } from '../../../../test/budget.js';
import type { CampaignOptions } from './campaign.js';
import { LANGUAGE } from './language-features.js';

/**
 * The campaign that is run with all tests. Many more schemas, and others: `npm run test:differential -- --pairs 100000
 * --seed 7`.
 */
export const USUAL_CAMPAIGN: CampaignOptions = {
  seed: SEED,
  pairs: budget({ everyDay: 500, deep: 20_000 }),
  // More schemas, with fewer values each, find more.
  values: budget({ everyDay: 4, deep: 9 }),
  // Most of the time goes into schemas that hardly have a value.
  budget: budget({ everyDay: 200, deep: 2000 }),
  features: LANGUAGE,
  mostSchemas: 1000,
  // With the usual seed, paddings of integers and payloads of NaN are seen in these, and not for long otherwise.
  firstBatches: process.env.BYTEWRIGHT_SEED === undefined ? [12, 21] : [],
  compiled: budget({ everyDay: 320, deep: Number.POSITIVE_INFINITY }),
};
