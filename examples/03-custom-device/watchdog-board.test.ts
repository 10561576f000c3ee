import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from '@bytewright/schema-dsl';
import { expect, test } from 'vitest';
import { DeviceState } from './device-state.js';
import { decodeDeviceState, encodeDeviceState } from './generated/device-state.js';

/** A capture of a PC that QEMU 7.2 ran without the usual devices: three sections, with footers. */
const capture = new Uint8Array(gunzipSync(readFileSync(new URL('machine.dev.gz', import.meta.url))));

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const name = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

// what our QEMU would save: enabled and paused, stage 2, four timers, one of them armed, fired twice
const SECTION = hex(`
  04 000000f0 0e ${name('watchdog-board')} 00000000 00000002
  81 02
  000000003b9aca00 ffffffffffffffff ffffffffffffffff ffffffffffffffff
  05 14 ${name('watchdog-board/fired')} 00000001 00000002 0007
  7e 000000f0
`);

/** The capture with our board's section added at the end. */
function withBoard(): Uint8Array {
  const end = capture.length - 1; // the byte that ends the sections
  return Buffer.concat([capture.subarray(0, end), SECTION, capture.subarray(end)]);
}

const BOARD = {
  sectionId: 0xf0,
  idstr: 'watchdog-board',
  instanceId: 0,
  versionId: 2,
  device: 'watchdog-board',
  state: {
    control: { enabled: true, resets: false, paused: true, unknown: 0 },
    stage: 2,
    deadlines: BigInt64Array.of(1_000_000_000n, -1n, -1n, -1n),
    subsections: [{ name: 'watchdog-board/fired', version: 1, state: { times: 2, lastReason: 7 } }],
  },
};

test('decodes our device and those of QEMU with one typed codec', () => {
  const bytes = withBoard();
  const value = decodeDeviceState(bytes);
  expect(value.sections.at(-1)).toEqual(BOARD);
  expect(value.sections[0]).toMatchObject({ idstr: 'timer', device: 'timer' });
  for (const section of value.sections) {
    if (section.device === 'watchdog-board') section.state.stage = 3;
  }
  const edited = encodeDeviceState(value);
  const differing = [...bytes.keys()].filter((i) => bytes[i] !== edited[i]);
  expect(edited.length).toBe(bytes.length);
  // the stage byte, after the header and the control byte
  expect(differing).toEqual([capture.length - 1 + 28 + 1]);
});

test('gives the same results at run time, without generated code', () => {
  const bytes = withBoard();
  const value = decode(DeviceState, bytes);
  expect(value.sections.at(-1)).toEqual(BOARD);
  expect(Buffer.compare(encode(DeviceState, value), bytes)).toBe(0);
});
