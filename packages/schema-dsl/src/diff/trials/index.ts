export {
  type CompatibilityTrialOptions,
  type RevisionPair,
  type RevisionReport,
  runCompatibilityTrials,
  runTrialsOfAll,
  type Trial,
} from './run-compatibility-trials.js';
export type { TrialOptions } from './run-trial.js';
export type { Counterexample, Direction, Disagreement, TrialResult } from './trial-result.js';
