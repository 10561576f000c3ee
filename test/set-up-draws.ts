// What vitest runs in front of the tests of each file: whoever draws without saying how, draws with this.
import * as fc from 'fast-check';
import { budget, SEED } from './budget.js';

fc.configureGlobal({ seed: SEED, numRuns: budget({ everyDay: 100, deep: 2000 }) });
