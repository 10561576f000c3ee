export { hole } from './hole.js';
export * from './msix-state.js';
export type { SubsectionSchemas, SubsectionValue } from './subsections.js';
export { subsections } from './subsections.js';
export { typeName } from './type-name.js';
export * from './types.js';
export { version } from './version.js';
export type { Versions, VmstateFields } from './vmstate.js';
export { vmstate } from './vmstate.js';
