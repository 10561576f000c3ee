export type { DecodeErrorDetails, DecodeOptions, EncodeErrorDetails } from '@bytewright/runtime';
export { DecodeError, EncodeError, isDecodeError, isEncodeError } from '@bytewright/runtime';
export type { DeviceState, Section } from './codec.js';
export { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from './codec.js';
export type {
  ByteRange,
  ByteSource,
  DeviceSection,
  DeviceSectionEnd,
  FoundDeviceState,
  LegacyDeviceState,
  MigratedDeviceState,
  Migration,
  PlainDeviceState,
  RecordedDeviceState,
} from './containers/index.js';
export {
  bytesSource,
  extractDeviceState,
  fileSource,
  findDeviceState,
  findVmDescription,
  readLayout,
  replaceDeviceState,
} from './containers/index.js';
export {
  DOCUMENT_FORMAT,
  parseDeviceState,
  printDeviceState,
  stringifyDeviceState,
} from './document/device-state-document.js';
export type { DocumentErrorDetails, TextPosition } from './document/document-error.js';
export { DocumentError } from './document/document-error.js';
export type { InflatedInput } from './input/inflate.js';
export { inflate } from './input/inflate.js';
export type { ReadInputOptions } from './input/read-input.js';
export { readInput } from './input/read-input.js';
export { DEFAULT_SIZE_LIMIT } from './input/size-limit.js';
export type { Layout, LayoutSection } from './layout/index.js';
export { layoutOf } from './layout/index.js';
export type { Catalog, CatalogSchemas } from './open/catalog.js';
export type { CatalogName, DeviceStates } from './open/catalogs.js';
export { CATALOG_NAMES, CATALOGS } from './open/catalogs.js';
export type { OpenedDeviceState, OpenOptions } from './open/open-device-state.js';
export { openDeviceState } from './open/open-device-state.js';
export type { DeviceStateReading } from './report/read-device-state.js';
export { readDeviceState } from './report/read-device-state.js';
export type { DeviceStateReport, SectionEnd, SectionReport, Understanding } from './report/report.js';
export type { DamagedSection } from './report/report-damage.js';
export type { DeviceStateCodec, Verification } from './verify/verify-device-state.js';
export { verifyDeviceState } from './verify/verify-device-state.js';
