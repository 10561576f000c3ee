import { laws } from '@bytewright/schema-dsl/testing/vitest';
import { budget } from '../../../../test/budget.js';
import { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from '../../src/generated/device-state.js';
import {
  decodeSectionHeader,
  encodeSectionHeader,
  sizeOfSectionHeader,
} from '../../src/generated/section-header.js';
import { DeviceState, SectionHeader } from '../../src/schema.js';
import { capture } from '../captures.js';

const samples = ['qemu-7.2/none.dev.gz', 'qemu-7.2/microvm.dev.gz', 'xen-4.17/minimal-neverrun.dev.gz'].map(
  (file) => capture(file).bytes,
);

const runs = budget({ everyDay: 30, deep: 2000 });

laws(
  DeviceState,
  { decode: decodeDeviceState, encode: encodeDeviceState, sizeOf: sizeOfDeviceState },
  { runs, samples },
);

laws(
  SectionHeader,
  {
    decode: decodeSectionHeader,
    encode: encodeSectionHeader,
    sizeOf: sizeOfSectionHeader,
  },
  { runs },
);
