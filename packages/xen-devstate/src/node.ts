// What reads files and inflates: for Node alone. The other doors of this package work on bytes, wherever these come from.
export { fileSource } from './input/file-source.js';
export type { InflatedInput } from './input/inflate.js';
export { inflate } from './input/inflate.js';
export type { ReadInputOptions } from './input/read-input.js';
export { readInput } from './input/read-input.js';
