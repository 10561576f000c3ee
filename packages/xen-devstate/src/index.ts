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
export type {
  ByteDifference,
  FileDifference,
  LoneSection,
  SectionDifference,
  SectionIdentity,
} from './compare/diff-files.js';
export { diffFiles } from './compare/diff-files.js';
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
export { DEFAULT_SIZE_LIMIT } from './containers/input/size-limit.js';
export {
  DOCUMENT_FORMAT,
  parseDeviceState,
  printDeviceState,
  stringifyDeviceState,
} from './edit/device-state-document.js';
export type { EditedField, EditedFile } from './edit/edit-file.js';
export { editFile } from './edit/edit-file.js';
export type { ParsedDocument } from './edit/opened-document.js';
export { FIELDS_FORMAT, parseDocument, printOpenedFile } from './edit/opened-document.js';
export type { DeviceStateCodec, Verification } from './edit/verify/verify-device-state.js';
export { verifyDeviceState } from './edit/verify/verify-device-state.js';
export type { Catalog, CatalogSchemas } from './open/catalog.js';
export type { CatalogParts } from './open/catalog-of.js';
export { catalogOf } from './open/catalog-of.js';
export type { CatalogName, DeviceStates } from './open/catalogs.js';
export { CATALOG_NAMES, CATALOGS } from './open/catalogs.js';
export { endOfState } from './open/end-of-state.js';
export { explainFile, explainPayload, explainSection } from './open/explain-file.js';
export type { OpenedDeviceState } from './open/open-device-state.js';
export { openDeviceState } from './open/open-device-state.js';
export type { NamedOpenOptions, OpenOptions } from './open/open-options.js';
export type { OpenedFile } from './open/opened-file.js';
export { openFile, withSchemas } from './open/opened-file.js';
export type { OpenedSection } from './open/opened-section.js';
export type { OpenedWith } from './open/opened-with.js';
export type { DeviceStateReading } from './open/report/read-device-state.js';
export { readDeviceState } from './open/report/read-device-state.js';
export type { DecodedBy, DeviceStateReport, SectionEnd, SectionReport } from './open/report/report.js';
export type { DamagedSection } from './open/report/report-damage.js';
export type { SelectedField } from './open/select.js';
export { select, selectOne } from './open/select.js';
export type { DescriptionOverlay, FieldOverlay } from './overlays/overlay.js';
export type { Overlays } from './overlays/overlays.js';
export type { Layout, LayoutSection } from './vmdescription/index.js';
export { layoutOf } from './vmdescription/index.js';
export type { DeviceState, Section } from './wire/codec.js';
export { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from './wire/codec.js';
