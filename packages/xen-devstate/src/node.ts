// Reading and inflating files, for Node only. The other entry points of this package work on bytes from any source.
export { fileSource } from './containers/input/file-source.js';
export type { InflatedInput } from './containers/input/inflate.js';
export { inflate } from './containers/input/inflate.js';
export type { ReadInputOptions } from './containers/input/read-input.js';
export { readInput } from './containers/input/read-input.js';
