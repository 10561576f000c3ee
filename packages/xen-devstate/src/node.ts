// What reads files and inflates: for Node alone. The other doors of this package work on bytes, wherever these come from.
export { fileSource } from './containers/input/file-source.js';
export type { InflatedInput } from './containers/input/inflate.js';
export { inflate } from './containers/input/inflate.js';
export type { ReadInputOptions } from './containers/input/read-input.js';
export { readInput } from './containers/input/read-input.js';
