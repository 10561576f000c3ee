export { findSource } from './find-source.js';
export type { ImportModule, LoadOptions } from './with-typescript.js';
export { withTypeScript } from './with-typescript.js';
