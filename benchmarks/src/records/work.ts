import type { Work } from '../works/work.js';
import { subjectOf } from './subject-of.js';

/** Records of twelve mixed fields: as many as are decoded at a time, and so many that they outgrow every cache. */
export const RECORDS: Work = {
  name: 'records',
  parts: [
    {
      pace: { rounds: 10, warmUps: 60, turn: 0.06, collects: false },
      subjects: async (isSmoke) => [await subjectOf(20_000, { isSmoke, isMany: false })],
    },
    {
      pace: { rounds: 5, warmUps: 20, turn: 0.001, collects: true },
      subjects: async (isSmoke) => [await subjectOf(100_000, { isSmoke, isMany: true })],
    },
  ],
};
