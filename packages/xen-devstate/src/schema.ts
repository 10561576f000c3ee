export * from './containers/schemas/index.js';
export {
  Boundary,
  BoundaryBeforeDamage,
  BoundaryBeforeTrailing,
  EndOfFile,
  footers,
} from './wire/boundary.js';
export type { Candidate } from './wire/candidates.js';
export { candidatesOf } from './wire/candidates.js';
export type { CatalogDevices } from './wire/catalog-devices.js';
export { DeviceState, FileHeader, fileHeaderFields } from './wire/device-state.js';
export type { AnyDeviceState, DeviceStateSchemas } from './wire/device-state-of.js';
export { deviceStateOf } from './wire/device-state-of.js';
export { FooteredFirstSection } from './wire/first-section.js';
export { Footer, sectionId } from './wire/footer.js';
export { payloadOf } from './wire/payload-of.js';
export { Section } from './wire/section.js';
export { SectionHeader } from './wire/section-header.js';
export type { AnySection } from './wire/section-of.js';
export { sectionOf } from './wire/section-of.js';
