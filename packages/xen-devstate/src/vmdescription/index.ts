export type { Layout, LayoutSection } from './layout.js';
export { layoutOf } from './layout.js';
