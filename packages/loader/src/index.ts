export type { ImportModule, LoadOptions } from './with-typescript.js';
export { withTypeScript } from './with-typescript.js';
