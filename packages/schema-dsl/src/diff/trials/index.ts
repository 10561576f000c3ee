export type { CrossOptions } from './cross.js';
export {
  type CrossRevisionsOptions,
  crossAll,
  crossRevisions,
  type RevisionPair,
  type RevisionReport,
  type Trial,
} from './cross-revisions.js';
export type { Crossing, Direction, Disagreement, Witness } from './crossing.js';
