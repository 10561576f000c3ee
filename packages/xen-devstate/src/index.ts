export type { DecodeErrorDetails, DecodeOptions, EncodeErrorDetails } from '@bytewright/runtime';
export { DecodeError, EncodeError, isDecodeError, isEncodeError } from '@bytewright/runtime';
export type {
  DocumentErrorDetails,
  Field,
  FieldDifference,
  Leaf,
  LeafValue,
  TextPosition,
} from '@bytewright/schema-dsl/inspect';
export { DocumentError, fieldsIn, PathError, parseValue } from '@bytewright/schema-dsl/inspect';
export type { DeviceState, Section } from './codec.js';
export { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from './codec.js';
export type {
  ByteRange,
  ByteSource,
  DeviceSection,
  DeviceSectionEnd,
  FindOptions,
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
  findDeviceState,
  findVmDescription,
  readLayout,
  replaceDeviceState,
} from './containers/index.js';
export type {
  ByteDifference,
  FileDifference,
  LoneSection,
  SectionDifference,
  SectionIdentity,
} from './diff/diff-files.js';
export { diffFiles } from './diff/diff-files.js';
export {
  DOCUMENT_FORMAT,
  parseDeviceState,
  printDeviceState,
  stringifyDeviceState,
} from './document/device-state-document.js';
export type { ParsedDocument } from './document/opened-document.js';
export { FIELDS_FORMAT, parseDocument, printOpenedFile } from './document/opened-document.js';
export type { EditedField, EditedFile } from './edit/edit-file.js';
export { editFile } from './edit/edit-file.js';
export { explainFile, explainPayload, explainSection } from './explain/explain-file.js';
export { DEFAULT_SIZE_LIMIT } from './input/size-limit.js';
export type { Layout, LayoutSection } from './layout/index.js';
export { layoutOf } from './layout/index.js';
export type { Catalog, CatalogSchemas } from './open/catalog.js';
export type { CatalogParts } from './open/catalog-of.js';
export { catalogOf } from './open/catalog-of.js';
export type { CatalogName, DeviceStates } from './open/catalogs.js';
export { CATALOG_NAMES, CATALOGS } from './open/catalogs.js';
export { endOfState } from './open/end-of-state.js';
export type {
  NamedOpenOptions,
  OpenedDeviceState,
  OpenedWith,
  OpenOptions,
} from './open/open-device-state.js';
export { openDeviceState } from './open/open-device-state.js';
export type { OpenedFile } from './open/opened-file.js';
export { openFile, withSchemas } from './open/opened-file.js';
export type { OpenedSection } from './open/opened-section.js';
export type { DescriptionOverlay, FieldOverlay } from './overlay/overlay.js';
export type { Overlays } from './overlay/overlays.js';
export type { SelectedField } from './paths/select.js';
export { select, selectOne } from './paths/select.js';
export type { DeviceStateReading } from './report/read-device-state.js';
export { readDeviceState } from './report/read-device-state.js';
export type { DeviceStateReport, SectionEnd, SectionReport, Understanding } from './report/report.js';
export type { DamagedSection } from './report/report-damage.js';
export type { DeviceStateCodec, Verification } from './verify/verify-device-state.js';
export { verifyDeviceState } from './verify/verify-device-state.js';
