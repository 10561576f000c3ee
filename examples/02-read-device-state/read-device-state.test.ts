import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { printedBy } from '../../test/printed-by.js';
import { setRtcYear } from './set-rtc-year.js';

const capture = fileURLToPath(
  new URL(
    '../../packages/xen-devstate/test/fixtures/xen-4.17/cirrus-usbtablet-e1000.dev.gz',
    import.meta.url,
  ),
);
const before = new Uint8Array(gunzipSync(readFileSync(capture)));

/** Offset of the clock's CMOS memory, found without a codec: directly after the header's instance and version. */
const cmos = Buffer.from(before).indexOf('\x0bmc146818rtc', 0, 'latin1') + 12 + 8;

test('changes only the byte of the year', () => {
  const after = setRtcYear(before, 2042);
  const expected = before.slice();
  expected[cmos + 9] = 0x42;
  expect(Buffer.compare(after, expected)).toBe(0);
  expect(before[cmos + 9]).not.toBe(0x42);
});

test('prints the devices and writes the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bytewright-'));
  try {
    const output = join(folder, 'edited.dev');
    const text = await printedBy(() => import('./main.js'), capture, output);
    expect(text).toContain('0000:00:03.0/cirrus_vga');
    expect(text).toContain(`${before.length} bytes, of which 1 differs, at ${cmos + 9}`);
    expect(readFileSync(output).length).toBe(before.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
