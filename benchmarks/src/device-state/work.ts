import type { Work } from '../works/work.js';
import { measuredFiles } from './files.js';
import { subjectOf } from './subject-of.js';

/** Device states of QEMU: 32 devices without footers, and 35 devices with a table of 32,768 registers. */
export const DEVICE_STATE: Work = {
  name: 'device-state',
  parts: [
    {
      pace: { rounds: 24, warmUps: 60, turn: 0.005, collects: false },
      subjects: async () => Promise.all(measuredFiles().map(subjectOf)),
    },
  ],
};
