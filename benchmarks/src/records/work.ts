import type { Work } from '../works/work.js';
import { subjectOf } from './subject-of.js';

/** Records of twelve mixed fields: as many as are decoded at a time, and so many that they outgrow every cache. */
export const RECORDS: Work = {
  name: 'records',
  parts: [
    {
      pace: { rounds: 12, warmUps: 60, turn: 0.003, collects: true },
      subjects: async (isSmoke) => [await subjectOf(20_000, isSmoke)],
    },
    {
      pace: { rounds: 5, warmUps: 0, turn: 0.001, collects: true },
      subjects: async (isSmoke) => [await subjectOf(100_000, isSmoke)],
    },
  ],
};
