export type { Codec } from '../laws/codec.js';
export type { LawOptions } from '../laws/laws-of.js';
export { laws } from './laws.js';
