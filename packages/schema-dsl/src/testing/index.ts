export { arbitrary } from './arbitrary.js';
export { arbitraryBytes } from './arbitrary-bytes.js';
export { type DamageOptions, damaged } from './damaged.js';
export { difference } from './difference.js';
export type { Codec } from './laws/codec.js';
export { type Breach, type Law, LawBroken, type LawNumber } from './laws/law.js';
export { type LawOptions, lawsOf } from './laws/laws-of.js';
export { isSelfDelimiting } from './laws/self-delimiting.js';
export { laws } from './laws.js';
