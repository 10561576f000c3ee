import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from '../../src/generated/device-state.js';
import {
  decodeSectionHeader,
  encodeSectionHeader,
  sizeOfSectionHeader,
} from '../../src/generated/section-header.js';
import { DeviceState, SectionHeader } from '../../src/schema/index.js';
import { capture } from '../captures.js';

const samples = ['qemu-7.2/none.dev.gz', 'qemu-7.2/microvm.dev.gz', 'xen-4.17/minimal-neverrun.dev.gz'].map(
  (file) => capture(file).bytes,
);

laws(
  DeviceState,
  { decode: decodeDeviceState, encode: encodeDeviceState, sizeOf: sizeOfDeviceState },
  { samples },
);

laws(SectionHeader, {
  decode: decodeSectionHeader,
  encode: encodeSectionHeader,
  sizeOf: sizeOfSectionHeader,
});
