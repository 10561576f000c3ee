export type { ByteRange } from './byte-range.js';
export type { ByteSource } from './byte-source.js';
export { bytesSource } from './byte-source.js';
export { extractDeviceState } from './extract-device-state.js';
export { type FindOptions, findDeviceState } from './find-device-state.js';
export { findVmDescription } from './find-vm-description.js';
export type {
  FoundDeviceState,
  LegacyDeviceState,
  MigratedDeviceState,
  PlainDeviceState,
  RecordedDeviceState,
} from './found-device-state.js';
export type { DeviceSection, DeviceSectionEnd, Migration } from './migration.js';
export { readLayout } from './read-layout.js';
export { replaceDeviceState } from './replace-device-state.js';
