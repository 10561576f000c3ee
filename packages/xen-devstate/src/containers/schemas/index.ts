export { Command } from './command.js';
export { Configuration } from './configuration.js';
export { EmulatorContext, EmulatorContextHeader } from './emulator-context.js';
export { HashTableHead, HashTableRun } from './hash-table.js';
export {
  MeasuredTail,
  RemusTail,
  UnmeasuredTail,
  XenopsdLegacySignature,
  XenopsdTail,
} from './legacy-tail.js';
export { LibxcHeader } from './libxc-header.js';
export { LIBXC_END, LibxcRecord, LibxcRecordHeader } from './libxc-record.js';
export { LibxcStream } from './libxc-stream.js';
export { LibxlHeader } from './libxl-header.js';
export { LibxlRecord, LibxlRecordHeader } from './libxl-record.js';
export { LIBXL_RECORD } from './libxl-record-types.js';
export { LiveSectionPart, LiveSectionStart } from './live-section.js';
export { MappedBlock, RamBlock, RamPiece, RamWord } from './ram.js';
export { StorageAttributes } from './storage-attributes.js';
export { VmDescriptionHeader } from './vm-description.js';
export { XenopsdImage, XenopsdSignature } from './xenopsd-image.js';
export { XENOPSD_RECORD, XenopsdRecord, XenopsdRecordHeader } from './xenopsd-record.js';
export { XlSaveHeader } from './xl-save-header.js';
export { LibxlStream, XlSaveImage } from './xl-save-image.js';
