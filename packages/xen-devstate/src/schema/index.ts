export { Boundary, BoundaryBeforeDamage, BoundaryBeforeTrailing, EndOfFile, footers } from './boundary.js';
export * from './containers/index.js';
export { DeviceState, FileHeader, fileHeaderFields } from './device-state.js';
export { FooteredFirstSection } from './first-section.js';
export { Footer, sectionId } from './footer.js';
export { Section } from './section.js';
export { SectionHeader } from './section-header.js';
