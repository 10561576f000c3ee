import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { budget } from '../../../../test/budget.js';
import * as schema from '../../src/containers/schemas/index.js';
import * as command from '../../src/generated/containers/command.js';
import * as configuration from '../../src/generated/containers/configuration.js';
import * as legacyTail from '../../src/generated/containers/legacy-tail.js';
import * as liveSection from '../../src/generated/containers/live-section.js';
import * as ram from '../../src/generated/containers/ram.js';
import * as storageAttributes from '../../src/generated/containers/storage-attributes.js';
import * as xenopsdImage from '../../src/generated/containers/xenopsd-image.js';
import * as xlSaveImage from '../../src/generated/containers/xl-save-image.js';
import { fixture, joined } from './fixture.js';

const image = fixture('xen-4.17/minimal-neverrun.xl-save.gz');
const stream = fixture('qemu-7.2/pc-default-b3.mig.gz');

const runs = budget({ everyDay: 20, deep: 2000 });

laws(
  schema.XlSaveImage,
  {
    decode: xlSaveImage.decodeXlSaveImage,
    encode: xlSaveImage.encodeXlSaveImage,
    sizeOf: xlSaveImage.sizeOfXlSaveImage,
  },
  { runs, samples: [image] },
);
laws(
  schema.XenopsdImage,
  {
    decode: xenopsdImage.decodeXenopsdImage,
    encode: xenopsdImage.encodeXenopsdImage,
    sizeOf: xenopsdImage.sizeOfXenopsdImage,
  },
  { runs },
);
laws(
  schema.MeasuredTail,
  {
    decode: legacyTail.decodeMeasuredTail,
    encode: legacyTail.encodeMeasuredTail,
    sizeOf: legacyTail.sizeOfMeasuredTail,
  },
  { runs },
);
laws(
  schema.UnmeasuredTail,
  {
    decode: legacyTail.decodeUnmeasuredTail,
    encode: legacyTail.encodeUnmeasuredTail,
    sizeOf: legacyTail.sizeOfUnmeasuredTail,
  },
  { runs },
);
laws(
  schema.XenopsdTail,
  {
    decode: legacyTail.decodeXenopsdTail,
    encode: legacyTail.encodeXenopsdTail,
    sizeOf: legacyTail.sizeOfXenopsdTail,
  },
  { runs },
);
laws(
  schema.Configuration,
  {
    decode: configuration.decodeConfiguration,
    encode: configuration.encodeConfiguration,
    sizeOf: configuration.sizeOfConfiguration,
  },
  { runs, samples: [stream.subarray(8, 8 + 5 + 'pc-i440fx-7.2'.length)] },
);
laws(
  schema.Command,
  { decode: command.decodeCommand, encode: command.encodeCommand, sizeOf: command.sizeOfCommand },
  { runs, samples: [joined('08 000b 0000')] },
);
laws(
  schema.LiveSectionStart,
  {
    decode: liveSection.decodeLiveSectionStart,
    encode: liveSection.encodeLiveSectionStart,
    sizeOf: liveSection.sizeOfLiveSectionStart,
  },
  { runs },
);
laws(
  schema.RamPiece,
  { decode: ram.decodeRamPiece, encode: ram.encodeRamPiece, sizeOf: ram.sizeOfRamPiece },
  { runs },
);
laws(
  schema.MappedBlock,
  {
    decode: ram.decodeMappedBlock,
    encode: ram.encodeMappedBlock,
    sizeOf: ram.sizeOfMappedBlock,
  },
  { runs },
);
laws(
  schema.StorageAttributes,
  {
    decode: storageAttributes.decodeStorageAttributes,
    encode: storageAttributes.encodeStorageAttributes,
    sizeOf: storageAttributes.sizeOfStorageAttributes,
  },
  { runs },
);
