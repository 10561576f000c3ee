export * from './change.js';
export { CHANGE_KINDS, type ChangeKind, type ChangeMeaning } from './change-kinds.js';
export type { CompareOptions } from './compare-options.js';
export { compareSchemas } from './compare-schemas.js';
export type { Comparison, StructPair } from './comparison.js';
export { type ConversionOptions, conversion } from './conversion.js';
export { ConversionError } from './conversion-error.js';
export { differenceInMeaning } from './difference-in-meaning.js';
export type { BreakingOutcome, Outcome, SourceEffect } from './effects.js';
