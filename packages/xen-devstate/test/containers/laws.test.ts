import { laws } from '@bytewright/schema-dsl/testing/vitest';
import * as command from '../../src/generated/containers/command.js';
import * as configuration from '../../src/generated/containers/configuration.js';
import * as legacyTail from '../../src/generated/containers/legacy-tail.js';
import * as liveSection from '../../src/generated/containers/live-section.js';
import * as ram from '../../src/generated/containers/ram.js';
import * as storageAttributes from '../../src/generated/containers/storage-attributes.js';
import * as xenopsdImage from '../../src/generated/containers/xenopsd-image.js';
import * as xlSaveImage from '../../src/generated/containers/xl-save-image.js';
import * as schema from '../../src/schema/containers/index.js';
import { fixture, joined } from './fixture.js';

const image = fixture('xen-4.17/minimal-neverrun.xl-save.gz');
const stream = fixture('qemu-7.2/pc-default-b3.mig.gz');

laws(
  schema.XlSaveImage,
  {
    decode: xlSaveImage.decodeXlSaveImage,
    encode: xlSaveImage.encodeXlSaveImage,
    sizeOf: xlSaveImage.sizeOfXlSaveImage,
  },
  { samples: [image] },
);
laws(schema.XenopsdImage, {
  decode: xenopsdImage.decodeXenopsdImage,
  encode: xenopsdImage.encodeXenopsdImage,
  sizeOf: xenopsdImage.sizeOfXenopsdImage,
});
laws(schema.MeasuredTail, {
  decode: legacyTail.decodeMeasuredTail,
  encode: legacyTail.encodeMeasuredTail,
  sizeOf: legacyTail.sizeOfMeasuredTail,
});
laws(schema.UnmeasuredTail, {
  decode: legacyTail.decodeUnmeasuredTail,
  encode: legacyTail.encodeUnmeasuredTail,
  sizeOf: legacyTail.sizeOfUnmeasuredTail,
});
laws(schema.XenopsdTail, {
  decode: legacyTail.decodeXenopsdTail,
  encode: legacyTail.encodeXenopsdTail,
  sizeOf: legacyTail.sizeOfXenopsdTail,
});
laws(
  schema.Configuration,
  {
    decode: configuration.decodeConfiguration,
    encode: configuration.encodeConfiguration,
    sizeOf: configuration.sizeOfConfiguration,
  },
  { samples: [stream.subarray(8, 8 + 5 + 'pc-i440fx-7.2'.length)] },
);
laws(
  schema.Command,
  { decode: command.decodeCommand, encode: command.encodeCommand, sizeOf: command.sizeOfCommand },
  { samples: [joined('08 000b 0000')] },
);
laws(schema.LiveSectionStart, {
  decode: liveSection.decodeLiveSectionStart,
  encode: liveSection.encodeLiveSectionStart,
  sizeOf: liveSection.sizeOfLiveSectionStart,
});
laws(schema.RamPiece, { decode: ram.decodeRamPiece, encode: ram.encodeRamPiece, sizeOf: ram.sizeOfRamPiece });
laws(schema.MappedBlock, {
  decode: ram.decodeMappedBlock,
  encode: ram.encodeMappedBlock,
  sizeOf: ram.sizeOfMappedBlock,
});
laws(schema.StorageAttributes, {
  decode: storageAttributes.decodeStorageAttributes,
  encode: storageAttributes.encodeStorageAttributes,
  sizeOf: storageAttributes.sizeOfStorageAttributes,
});
