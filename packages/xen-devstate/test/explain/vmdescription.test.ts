import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/open/opened-file.js';
import { capture } from '../captures.js';
import { fixturePath } from '../command/fixture-path.js';
import type { DescribedDevice } from '../vmdescription.js';
import { compareWithDescription, describedLeaves } from '../vmdescription.js';

function descriptionOf(file: string): readonly DescribedDevice[] {
  const json = gunzipSync(readFileSync(fixturePath(file.replace('.dev.gz', '.vmdesc.json.gz')))).toString();
  return (JSON.parse(json) as { devices: DescribedDevice[] }).devices;
}

describe("explain, compared with QEMU's description of the same bytes", () => {
  test.each([
    ['qemu-7.2/microvm.dev.gz', 400],
    ['qemu-7.2/isapc-b2.dev.gz', 2000],
    ['qemu-7.2/pc-i440fx-2.3-default.dev.gz', 2700],
    ['qemu-7.2/pc-default-b3.dev.gz', 35_000],
    ['qemu-7.2/xen-pc-b3.dev.gz', 35_000],
    ['qemu-10.0/xen-pc-b3.dev.gz', 35_000],
  ])('%s: agrees on the offset, size and name of each field', async (file, atLeast) => {
    const catalog = file.startsWith('qemu-7.2/') ? 'qemu-7.2' : 'qemu-10.0';
    const opened = await openFile(capture(file).bytes, { catalogs: [catalog] });
    const comparison = compareWithDescription(opened, descriptionOf(file));
    expect(comparison).toMatchObject({ misplaced: [], renamed: [], resized: [] });
    expect(comparison.leaves).toBeGreaterThan(atLeast);
  });
});

test('reads a description as written by QEMU', () => {
  const flag = { name: 'flag', type: 'bool', size: 1 };
  const sub = { vmsd_name: 'd/sub', version: 1, fields: [flag] };
  const { leaves, size } = describedLeaves({
    fields: [
      { name: 'plain', type: 'uint16', size: 2, array_len: 2 },
      { name: 'one', type: 'struct', size: 1, index: 0, struct: { fields: [flag] } },
      { name: 'one', type: 'struct', size: 1, struct: { fields: [flag] } }, // the last one of an array, in QEMU 10.0
    ],
    subsections: [sub],
  });
  expect(leaves.map(({ wirePath, offset }) => [wirePath, offset])).toEqual([
    ['plain[0]', 0],
    ['plain[1]', 2],
    ['one[0].flag', 4],
    ['one[1].flag', 5],
    ['d/sub.flag', 6 + 2 + 5 + 4],
  ]);
  expect(size).toBe(18);
});
