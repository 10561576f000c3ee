import { decode, encode } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { deviceStateOf } from '../../src/schema.js';
import { layoutOf } from '../../src/vmdescription/index.js';
import { fixture } from '../containers/fixture.js';
import { checkLayout } from './check-layout.js';

/** The number of sections, and of fields that are not structs, as counted in the JSON. */
const CAPTURES: readonly (readonly [name: string, sections: number, leaves: number])[] = [
  ['qemu-7.2/none', 3, 6],
  ['qemu-7.2/microvm', 15, 358],
  ['qemu-7.2/isapc-b2', 23, 550],
  ['qemu-7.2/pc-default-b3', 35, 1283],
  ['qemu-7.2/pc-bridges', 44, 1452],
  ['qemu-7.2/pc-i440fx-2.3-default', 32, 1242],
  ['qemu-7.2/pc-linux-virtio-mid', 44, 1446],
  ['qemu-7.2/xen-pc-b3', 33, 1260],
  ['qemu-7.2/riscv64-virt', 19, 606],
  ['qemu-7.2/ppc-bamboo', 9, 518],
  ['qemu-10.0/aarch64-virt', 20, 7356],
  ['qemu-10.0/pc-nics-user', 57, 2158],
  ['qemu-10.0/pc-scsi-hbas', 44, 1476],
  ['qemu-10.0/xen-pc-b3', 33, 1260],
];

test.each(CAPTURES)('decodes %s as a whole, with one schema', (name, sections) => {
  const bytes = fixture(`${name}.dev.gz`);
  const { DeviceState } = deviceStateOf(layoutOf(fixture(`${name}.vmdesc.json.gz`)).devices());
  const value = decode(DeviceState, bytes);
  expect(value.sections.length).toBe(sections);
  expect(value.sections.filter(({ device }) => device === undefined)).toEqual([]);
  expect(Buffer.compare(encode(DeviceState, value), bytes)).toBe(0);
});

describe('decodes the whole device state with the description of the machine', () => {
  test.each(CAPTURES)('%s', (name, sections, leaves) => {
    const check = checkLayout(fixture(`${name}.dev.gz`), fixture(`${name}.vmdesc.json.gz`));
    expect(check).toEqual({ sections, leaves, other: [], faults: [] });
  });

  test('except s390_css, for which QEMU 7.2 describes less than it writes', () => {
    const check = checkLayout(
      fixture('qemu-7.2/s390x-ccw.dev.gz'),
      fixture('qemu-7.2/s390x-ccw.vmdesc.json.gz'),
    );
    expect(check).toEqual({
      sections: 16,
      leaves: 196,
      other: ['s390_css#0@0 (272, 1039 bytes)'],
      faults: [],
    });
  });
});
