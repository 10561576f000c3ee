import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileDifference } from '../../src/compare/diff-files.js';
import { capture } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { payloadOffset } from './raw-payload.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const NAME = 'xen-4.17/cirrus-usbtablet-e1000.dev.gz';
const xen = fixturePath(NAME);
const { bytes } = capture(NAME);

function written(name: string, content: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The capture with different bytes at some offsets. */
function withBytes(name: string, changes: Readonly<Record<number, number>>): string {
  const changed = bytes.slice();
  for (const [offset, byte] of Object.entries(changes)) changed[Number(offset)] = byte;
  return written(name, changed);
}

async function compare(
  a: string,
  b: string,
): Promise<{ code: number; difference: FileDifference; text: string }> {
  const json = await devstate(['diff', a, b, '--json']);
  const { code, stdout } = await devstate(['diff', a, b]);
  expect(code).toBe(json.code);
  return { code, difference: JSON.parse(json.stdout.text) as FileDifference, text: stdout.text };
}

describe('devstate diff', () => {
  const clock = payloadOffset(bytes, 'mc146818rtc');
  const cirrus = payloadOffset(bytes, '0000:00:03.0/cirrus_vga');

  test('prints nothing and exits with 0 for a file and itself', async () => {
    const { code, difference, text } = await compare(xen, written('same.dev', bytes));
    expect([code, text]).toEqual([0, '']);
    expect(difference).toMatchObject({
      same: true,
      added: [],
      removed: [],
      sections: [],
      file: [],
      reordered: false,
    });
  });

  test('prints fields that differ, with both values and their names in QEMU', async () => {
    const other = withBytes('edited.dev', {
      [clock + 9]: 0x27,
      [clock + 100]: 1,
      [clock + 101]: 2,
      [clock + 128]: 7,
      [cirrus + 263]: 1,
      [cirrus + 279]: 5,
    });
    const { code, difference, text } = await compare(xen, other);
    expect(code).toBe(1);
    expect(difference.sections).toEqual([
      {
        ...{ idstr: 'mc146818rtc', instanceId: 0, occurrence: 0, index: { a: 11, b: 11 }, bytes: [] },
        fields: [
          { path: 'state.cmosData[9]', wirePath: 'cmos_data[9]', a: bytes[clock + 9], b: 0x27 },
          { path: 'state.cmosData[100..101]', wirePath: 'cmos_data[100..101]', a: '0000', b: '0102' },
          { path: 'state.cmosIndex', wirePath: 'cmos_index', a: bytes[clock + 128], b: 7 },
        ],
      },
      {
        ...{
          idstr: '0000:00:03.0/cirrus_vga',
          instanceId: 0,
          occurrence: 0,
          index: { a: 24, b: 24 },
          bytes: [],
        },
        fields: [
          { path: 'state.pciDevice.irqState[0]', wirePath: 'dev.irq_state[0]', a: 0, b: 1 },
          { path: 'state.cirrusVga.vgaLatch', wirePath: 'cirrus_vga.vga.latch', a: 0, b: 5 },
        ],
      },
    ]);
    expect(text).toContain('mc146818rtc#0\n  cmosData[9] (cmos_data[9]): ');
    expect(text).toContain('  cirrusVga.vgaLatch (cirrus_vga.vga.latch): 0 → 5\n');
  });

  const some = { id: 1, name: 'unheard of', payload: [1, 2, 3, 4] };
  const twice = { id: 2, name: 'twice', payload: [1] };

  test('compares payloads that no schema describes by their bytes', async () => {
    const a = written('a.dev', deviceStateBytes(true, [some]));
    const b = written('b.dev', deviceStateBytes(true, [{ ...some, version: 2, payload: [1, 9, 3, 4, 5] }]));
    const { difference } = await compare(a, b);
    expect(difference.sections[0]).toMatchObject({
      fields: [{ path: 'versionId', wirePath: 'version_id', a: 1, b: 2 }],
      bytes: [{ offset: 1, length: 4, a: '020304', b: '09030405' }],
    });
  });

  test('reports sections of one file only, duplicate names, and a different order', async () => {
    const again = { ...twice, id: 3, payload: [5] };
    const a = written('c.dev', deviceStateBytes(true, [some, twice, again], [1]));
    const b = written('d.dev', deviceStateBytes(false, [twice, { id: 9, name: 'new', payload: [1] }, some]));
    const { code, difference, text } = await compare(a, b);
    expect(code).toBe(1);
    expect(difference).toMatchObject({
      same: false,
      removed: [{ idstr: 'twice', instanceId: 0, occurrence: 1, index: 2, payloadLength: 1 }],
      added: [{ idstr: 'new', instanceId: 0, occurrence: 0, index: 1 }],
      reordered: true,
      sections: [],
      file: [
        { path: 'footers', a: true, b: false },
        { path: 'trailing', a: '01', b: '' },
      ],
    });
    expect(text).toContain('- twice#0 (occurrence 2): version 1, 1 byte\n');
    expect(text).toContain('+ new#0: version 1, 1 byte\n');
    expect(text).toContain('trailing: 01 → empty\n');
  });

  test('reports subsections that only one file has by name', async () => {
    const without = join(folder, 'without.dev');
    await devstate(['set', xen, 'fdc.state.drives[0].subsections=[]', '-o', without]);
    const { difference } = await compare(xen, without);
    expect(difference.sections[0]?.fields).toEqual([
      {
        path: 'state.state.drives[0].subsections[0]',
        wirePath: 'state.drives[0].fdrive/media_rate',
        a: { version: 1, name: 'fdrive/media_rate', state: { mediaRate: 0 } },
        b: null,
      },
    ]);
  });

  test('reports the devices that differ between two guests', async () => {
    const { code, difference } = await compare(xen, fixturePath('xen-4.17/stdvga-traced.dev.gz'));
    expect(code).toBe(1);
    const names = (sections: FileDifference['added']): string[] => sections.map(({ idstr }) => idstr);
    expect(names(difference.removed)).toEqual(
      expect.arrayContaining(['0000:00:03.0/cirrus_vga', '0000:00:04.0/e1000']),
    );
    expect(names(difference.added)).toEqual(['0000:00:03.0/vga']);
  });

  test('exits with 2 if a file cannot be read, and 3 if it is damaged', async () => {
    const cut = written('cut.dev', bytes.subarray(0, 100));
    for (const [args, expected] of [
      [[xen, cut], 3],
      [[xen, join(folder, 'none')], 2],
    ] as const) {
      const { code, stdout, stderr } = await devstate(['diff', ...args]);
      expect([code, stdout.text]).toEqual([expected, '']);
      expect(stderr.text).toMatch(/^devstate: /);
    }
  });
});
