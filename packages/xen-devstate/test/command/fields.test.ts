import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { capture, someCaptures } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';
import { devstate } from './fake-host.js';
import { fixturePath } from './fixture-path.js';
import { payloadOffset } from './raw-payload.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const NAME = 'xen-4.17/cirrus-usbtablet-e1000.dev.gz';
const xen = fixturePath(NAME);
const bytes = capture(NAME).bytes;
const clock = payloadOffset(bytes, 'mc146818rtc');
const cirrus = payloadOffset(bytes, '0000:00:03.0/cirrus_vga');

async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await devstate(args);
  expect([code, stderr.text]).toEqual([0, '']);
  return stdout.text;
}

async function refusal(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await devstate(args);
  expect([code, stdout.text]).toEqual([2, '']);
  expect(stderr.text.split('\n').length).toBe(2);
  return stderr.text.trimEnd();
}

describe('devstate get', () => {
  // register B of the clock chip, 02: 24-hour mode; register D, 80: the battery is fine
  test.each([
    ['mc146818rtc.cmosData[11]', '2'],
    ['mc146818rtc.cmosData[13]', '128'],
    ['mc146818rtc.cmos_data[13]', '128'],
    ['mc146818rtc.state.cmosData[13]', '128'],
    ['mc146818rtc#0.cmosData[13]', '128'],
    ['"mc146818rtc"#0.cmosData[13]', '128'],
    ['sections[11].state.cmosData[13]', '128'],
    ['mc146818rtc@14.sectionId', '14'],
    ['sections[11].idstr', 'mc146818rtc'],
    ['sections[11].device', 'mc146818rtc'],
    ['mc146818rtc.periodicTimer', '-1'],
    ['mc146818rtc.unused', 'none'],
    ['mc146818rtc.unused[1]', 'none'],
    ['"0000:00:03.0/cirrus_vga".cirrus_vga.vga.sr_index', '0'],
    ['cirrus_vga.cirrusVga.vgaArIndex', '32'],
    ['dma#1.version_id', '1'],
    ['fdc.state.drives[1].media_rate.mediaRate', '0'],
    ['fdc.state.drives[1].fdrive/media_rate.media_rate', '0'],
    ['fdc.state.drives[1].subsections[0].state.mediaRate', '0'],
  ])('prints %s as %s', async (path, value) => {
    expect(await printed('get', xen, path)).toBe(`${value}\n`);
  });

  test('prints the PCI ids of Cirrus and Intel devices', async () => {
    // little-endian, after the version: 1013:00b8, 8086:1237
    expect(Buffer.from(bytes.subarray(cirrus + 4, cirrus + 8)).toString('hex')).toBe('1310b800');
    expect(await printed('get', xen, 'cirrus_vga.dev.config.vendorId')).toBe(`${0x1013}\n`);
    expect(await printed('get', xen, 'cirrus_vga.dev.config.deviceId')).toBe(`${0x00b8}\n`);
    expect(await printed('get', xen, 'I440FX.parent_obj.config.vendorId')).toBe(`${0x8086}\n`);
    expect(await printed('get', xen, 'I440FX.parent_obj.config.deviceId')).toBe(`${0x1237}\n`);
  });

  test('prints values as in documents with --json', async () => {
    expect(JSON.parse(await printed('get', xen, 'mc146818rtc.periodicTimer', '--json'))).toBe('-1');
    expect(JSON.parse(await printed('get', xen, 'mc146818rtc.unused', '--json'))).toBeNull();
    expect(JSON.parse(await printed('get', xen, 'fdc.state.drives[0]', '--json'))).toEqual({
      ...{ head: 0, track: 0, sect: 0 },
      subsections: [{ version: 1, name: 'fdrive/media_rate', state: { mediaRate: 0 } }],
    });
  });

  test.each([
    ['mc146818rtc.cmosDate', 'devstate: no field "cmosDate": there is cmosData, '],
    ['rtc', 'devstate: no section "rtc"; similar names: mc146818rtc, '],
    ['dma.command', 'devstate: "dma.command" is ambiguous; matching sections: dma#0@9, dma#1@10'],
    ['dma#2', 'devstate: no dma#2; sections with that name: dma#0@9, dma#1@10'],
    ['sections[26].idstr', 'devstate: no sections[26]: there are 26 sections'],
    ['mc146818rtc.cmosData[128]', 'devstate: no state.cmosData[128]: it has 128 elements'],
    [
      'mc146818rtc.cmosData[x]',
      'devstate: expected . or an index such as [0] after state.cmosData, found "[x]"',
    ],
    ['mc146818rtc.cmosData.x', 'devstate: state.cmosData has no fields, so no "x"'],
    ['mc146818rtc.period.x', 'devstate: state.period has no fields, so no "x"'],
    [
      'fdc.state.drives[0].perpendicular',
      'devstate: no field "perpendicular" in state.state.drives[0]: there is ',
    ],
  ])('rejects %s', async (path, message) => {
    expect(await refusal('get', xen, path)).toContain(message);
  });
});

describe('devstate show', () => {
  test('shows the clock chip', async () => {
    const text = await printed('show', xen, 'mc146818rtc', '--wire');
    const lines = text.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '));
    expect(lines[0]).toBe(`mc146818rtc: sections[11], id 14, instance 0, version 3, 245 bytes at ${clock}`);
    const cmos = Array.from(bytes.subarray(clock, clock + 16), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(' ');
    expect(lines).toContain(`cmosData (cmos_data) | ${cmos} … 128 bytes`);
    expect(lines).toContain('cmosIndex (cmos_index) | 15 (0x0f)');
    expect(lines).toContain('periodicTimer (periodic_timer) | not armed');
    expect(lines).toContain('unused2 (unused[1]) | padding, as expected');
    const view = new DataView(bytes.buffer, bytes.byteOffset + clock);
    const timer = view.getBigInt64(229); // after 128 + 1 + 28 + 8 + 8 + 24 + 4 + 4 + 8 + 8 + 8 bytes
    expect(lines).toContain(`updateTimer (update_timer) | ${timer} ns (0x${timer.toString(16)})`);
  });

  test('shows long lists in full with --all', async () => {
    const text = await printed('show', xen, 'mc146818rtc.cmosData', '--all');
    for (let from = 0; from < 128; from += 16) {
      const line = Array.from(bytes.subarray(clock + from, clock + from + 16), (byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      expect(text).toContain(`${from.toString(16).padStart(2, '0')}: ${line.join(' ')}\n`);
    }
  });

  test('indents nested structs, and shows subsections under their names', async () => {
    const lines = (await printed('show', xen, 'fdc.state.drives')).split('\n').slice(1);
    expect(lines.slice(0, 7).map((line) => line.replace(/ +0$/, ' 0'))).toEqual([
      '  state.drives',
      '    [0]',
      '      head 0',
      '      track 0',
      '      sect 0',
      '      fdrive/media_rate',
      '        mediaRate 0',
    ]);
  });

  test('shows all instances of a name, and the bytes of a payload that no schema describes', async () => {
    expect((await printed('show', xen, 'dma')).match(/^dma: /gm)?.length).toBe(2);
    const file = join(folder, 'unknown.dev');
    writeFileSync(
      file,
      deviceStateBytes(true, [{ id: 1, name: 'p/nothing like it', payload: [0xab, 0xcd] }]),
    );
    const text = await printed('show', file);
    expect(text).toContain(
      'nothing like it at p: sections[0], id 1, instance 0, version 1, 2 bytes at 39, verbatim',
    );
    expect(text).toContain('  payload  ab cd\n');
  });

  test.each(someCaptures.map(({ file }) => [file]))('shows all of %s', async (file) => {
    const text = await printed('show', fixturePath(file), '--all', '--wire', '--docs');
    expect(text).not.toMatch(/undefined|\[object/);
  });

  test('exits with 1 for a damaged file', async () => {
    const { code, stderr } = await devstate(['show', '-'], { input: bytes.subarray(0, 100) });
    expect(code).toBe(1);
    expect(stderr.text).toMatch(/^devstate: standard input: /);
  });
});

describe('devstate explain', () => {
  interface Entry {
    readonly path: string;
    readonly wirePath: string;
    readonly offset: number;
    readonly length: number;
    readonly value: unknown;
    readonly elementLength?: number;
  }

  test('prints entries with these members in wire order with --json', async () => {
    const entries = JSON.parse(await printed('explain', xen, 'mc146818rtc', '--json')) as Entry[];
    for (const entry of entries) {
      const names = ['path', 'wirePath', 'offset', 'length', 'type', 'value'];
      expect(Object.keys(entry)).toEqual('elementLength' in entry ? [...names, 'elementLength'] : names);
    }
    expect(entries.find(({ wirePath }) => wirePath === 'cmos_data')).toEqual({
      ...{
        path: 'sections[11].state.cmosData',
        wirePath: 'cmos_data',
        offset: clock,
        length: 128,
        type: 'bytes',
      },
      ...{ value: Buffer.from(bytes.subarray(clock, clock + 128)).toString('hex'), elementLength: 1 },
    });
    expect(entries.find(({ wirePath }) => wirePath === 'periodic_timer')).toMatchObject({
      ...{ offset: clock + 157, length: 8, type: 'i64be', value: '-1' },
    });
    const levels = JSON.parse(await printed('explain', xen, 'cirrus_vga.dev.irqState', '--json')) as Entry[];
    expect(levels).toEqual([
      {
        ...{
          path: 'sections[24].state.pciDevice.irqState',
          wirePath: 'dev.irq_state',
          offset: cirrus + 260,
          length: 16,
        },
        ...{ type: 'list of u32be', value: [0, 0, 0, 0], elementLength: 4 },
      },
    ]);
  });

  test('prints the leaf of the list for one element', async () => {
    const [entry, ...others] = JSON.parse(
      await printed('explain', xen, 'mc146818rtc.cmosData[9]', '--json'),
    ) as Entry[];
    expect([entry?.wirePath, others]).toEqual(['cmos_data', []]);
  });

  test('covers every byte of the file', async () => {
    const entries = JSON.parse(await printed('explain', xen, '--json')) as Entry[];
    let at = 0;
    for (const { offset, length } of entries) {
      expect(offset).toBe(at);
      at += length;
    }
    expect(at).toBe(bytes.length);
    const text = await printed('explain', xen);
    expect(text.trimEnd().split('\n').length).toBe(entries.length);
    expect(text).toContain(`${clock} +128  sections[11].state.cmosData (cmos_data): bytes = `);
  });
});

describe('devstate set', () => {
  const output = join(folder, 'edited.dev');

  async function edited(...edits: string[]): Promise<Uint8Array> {
    await printed('set', xen, ...edits, '-o', output);
    return readFileSync(output);
  }

  /** Bytes that differ from the capture: offset, and new value. */
  function changes(now: Uint8Array): [number, number][] {
    expect(now.length).toBe(bytes.length);
    return Array.from(now, (byte, i): [number, number] => [i, byte]).filter(([i, byte]) => bytes[i] !== byte);
  }

  test('changes the bytes of the fields only', async () => {
    const now = await edited('mc146818rtc.cmosData[15]=0x20', 'cirrus_vga.cirrus_vga.vga.latch=0x01020304');
    expect(changes(now)).toEqual([
      [clock + 15, 0x20],
      ...[1, 2, 3, 4].map((byte, i) => [cirrus + 276 + i, byte]),
    ]);
  });

  test('accepts negative numbers, bytes, lists, and unused bytes', async () => {
    const timer = clock + 229;
    const now = await edited('mc146818rtc.updateTimer=-1');
    expect(Buffer.from(now.subarray(timer, timer + 8)).toString('hex')).toBe('ffffffffffffffff');
    const list = await edited('cirrus_vga.dev.irqState=1, 0x0,[0],1'.replace(/\[0\]/, '0'));
    expect(changes(list)).toEqual([
      [cirrus + 263, 1],
      [cirrus + 275, 1],
    ]);
    const cache = await edited('cirrus_vga.cirrusVga.vgaDacCache=a1 b2 c3');
    const at = cirrus + 276 + 809; // as in the VMDESCRIPTION of such a card
    expect(changes(cache)).toEqual([
      [at, 0xa1],
      [at + 1, 0xb2],
      [at + 2, 0xc3],
    ]);
    const filled = await edited(`mc146818rtc.unused=${'00'.repeat(27)}07`);
    expect(changes(filled)).toEqual([[clock + 129 + 27, 7]]);
  });

  test('makes sections longer and shorter if necessary', async () => {
    const now = await edited('fdc.state.drives[0].subsections=[]');
    const from = payloadOffset(bytes, 'fdc');
    expect(now.length).toBe(bytes.length - 24); // 05, the length of the name, the name, a version, a byte
    expect(Buffer.compare(now.subarray(0, from + 542), bytes.subarray(0, from + 542))).toBe(0);
    expect(Buffer.compare(now.subarray(from + 542), bytes.subarray(from + 542 + 24))).toBe(0);
  });

  test('accepts the output of get', async () => {
    for (const path of [
      'mc146818rtc.cmosData',
      'mc146818rtc.unused',
      'mc146818rtc.updateTimer',
      'fdc.state.drives',
    ]) {
      const value = (await printed('get', xen, path)).trimEnd();
      expect(changes(await edited(`${path}=${value}`))).toEqual([]);
    }
  });

  test.each([
    ['mc146818rtc.cmosIndex=256', 'sections[11].state.cmosIndex: expected u8, 0 to 255, found 256'],
    ['mc146818rtc.cmosData[15]=300', 'sections[11].state.cmosData[15]: expected u8, 0 to 255, found 300'],
    ['mc146818rtc.cmosData[15]=-1', 'expected u8, 0 to 255, found -1'],
    [
      'mc146818rtc.cmosIndex=two',
      'sections[11].state.cmosIndex: expected a whole number, such as 12 or 0x1f, found "two"',
    ],
    ['mc146818rtc.cmosIndex=', 'expected a whole number'],
    ['mc146818rtc.cmosData=00', 'sections[11].state.cmosData'],
    ['mc146818rtc.cmosData=0', 'expected bytes in base 16, such as 00ff, found "0"'],
    ['mc146818rtc.updateTimer=9223372036854775808', 'sections[11].state.updateTimer: expected i64be'],
    ['cirrus_vga.dev.irqState=1,2,3', 'sections[24].state.pciDevice.irqState'],
    ['cirrus_vga.dev.irqState=1,2,3,4294967296', 'expected u32be, 0 to 4294967295, found 4294967296'],
    ['cirrus_vga.dev.irqState[4]=1', 'no state.pciDevice.irqState[4]: it has 4 elements'],
    ['fdc.state.drives=[1]', 'sections[13].state.state.drives[0]: expected an object, found 1'],
    ['fdc.state.drives=[', 'in JSON at column'],
    ['mc146818rtc.cmosData[15]', 'expected PATH=VALUE, found "mc146818rtc.cmosData[15]"'],
    ['mc146818rtc=1', 'is a whole section: name a field of it'],
    ['sections[11].device=vga', 'follows from its name'],
  ])('rejects %s', async (edit, message) => {
    writeFileSync(output, 'precious');
    expect(await refusal('set', xen, edit, '-o', output)).toContain(message);
    expect(readFileSync(output, 'utf8')).toBe('precious');
  });

  test('leaves the file unchanged if a later edit is rejected', async () => {
    writeFileSync(output, 'precious');
    await refusal('set', xen, 'mc146818rtc.cmosIndex=1', 'mc146818rtc.cmosIndex=256', '-o', output);
    expect(readFileSync(output, 'utf8')).toBe('precious');
  });

  test('rejects an edit of a field that an earlier edit has removed', async () => {
    writeFileSync(output, 'precious');
    const edits = ['fdc.state.drives=[]', 'fdc.state.drives[0].track=1'];
    expect(await refusal('set', xen, ...edits, '-o', output)).toContain(
      'an earlier edit has removed sections[13].state.state.drives[0].track: set its value in that edit',
    );
    expect(readFileSync(output, 'utf8')).toBe('precious');
  });

  test('overwrites the file itself only on request, and keeps gzip', async () => {
    const own = join(folder, 'own.dev.gz');
    writeFileSync(own, readFileSync(xen));
    const edit = 'mc146818rtc.cmosData[15]=0x20';
    expect(await refusal('set', own, edit, '-o', own)).toContain(
      'is FILE itself; use --in-place to overwrite it',
    );
    expect(Buffer.compare(readFileSync(own), readFileSync(xen))).toBe(0);
    await printed('set', own, edit, '--in-place');
    expect(changes(gunzipSync(readFileSync(own)))).toEqual([[clock + 15, 0x20]]);
    await printed('set', own, 'mc146818rtc.cmosData[15]=0x21', '-f', '-o', own);
    expect(changes(gunzipSync(readFileSync(own)))).toEqual([[clock + 15, 0x21]]);
  });

  test('works from standard input to standard output', async () => {
    const { code, stdout } = await devstate(['set', '-', 'mc146818rtc.cmosData[15]=1', '-o', '-'], {
      input: bytes,
    });
    expect(code).toBe(0);
    expect(changes(stdout.bytes)).toEqual([[clock + 15, 1]]);
  });
});
