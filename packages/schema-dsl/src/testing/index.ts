export type { Arbitraries, ValueOptions } from './arbitraries.js';
export { arbitrary } from './arbitrary.js';
export { arbitraryBytes } from './arbitrary-bytes.js';
export { type DamageOptions, damaged } from './damaged.js';
export { difference } from './difference.js';
export { checkLaws, type LawReport } from './laws/check-laws.js';
export type { Codec } from './laws/codec.js';
export { type Breach, type InapplicableLaw, type Law, LawBroken, type LawNumber } from './laws/law.js';
export { type LawOptions, lawsOf } from './laws/laws-of.js';
export { isSelfDelimiting } from './laws/self-delimiting.js';
export type { CrossOptions } from './revisions/cross.js';
export {
  type CrossRevisionsOptions,
  crossAll,
  crossRevisions,
  type RevisionPair,
  type RevisionReport,
  type Trial,
} from './revisions/cross-revisions.js';
export type { Crossing, Direction, Disagreement, Witness } from './revisions/crossing.js';
