import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor/diagnose.js';
import type { Finding } from '../../src/doctor/diagnosis.js';
import { repairBytes } from '../../src/doctor/fix/repair-bytes.js';
import { openDeviceState } from '../../src/open/open-device-state.js';
import { capture, captures } from '../captures.js';

const { bytes: pc } = capture('qemu-7.2/pc-default-b3.dev.gz');
const { bytes: xen } = capture('xen-4.17/stdvga-traced.dev.gz');
const pcSections = openDeviceState(pc).report.sections;
const xenSections = openDeviceState(xen).report.sections;

/** Marker and section id. */
const FOOTER_SIZE = 5;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The places of sections by name: the first one of each. */
function placesIn(sections: typeof pcSections): (name: string) => {
  readonly start: number;
  readonly payload: number;
  readonly footer: number;
} {
  return (name) => {
    const found = sections.find(({ idstr }) => idstr.endsWith(name));
    if (found === undefined) throw new Error(`no ${name}`);
    const { offset, payloadOffset, payloadLength } = found;
    return { start: offset, payload: payloadOffset, footer: payloadOffset + payloadLength };
  };
}

const inPc = placesIn(pcSections);
const inXen = placesIn(xenSections);

async function firstOf(bytes: Uint8Array): Promise<Finding | undefined> {
  const { findings, healthy } = await diagnose(bytes);
  expect(healthy).toBe(findings.every(({ level }) => level !== 'fault'));
  return findings[0];
}

test.each(captures.map(({ file, bytes }) => [file, bytes] as const))(
  '%s is not damaged',
  async (_, bytes) => {
    expect(await diagnose(bytes)).toMatchObject({
      healthy: true,
      findings: [],
      target: null,
      forecast: null,
    });
  },
);

describe('a truncated file', () => {
  const cuts: readonly (readonly [string, Uint8Array, string | undefined])[] = [
    ['in a large payload', pc.subarray(0, pc.length / 2), '0000:00:03.0/e1000'],
    ['after a block of QEMU', pc.subarray(0, 32768), '0000:00:03.0/e1000'],
    ['before the last byte', pc.subarray(0, pc.length - 1), undefined],
    ['between two sections', pc.subarray(0, inPc('dma').start), undefined],
    ['in a footer', pc.subarray(0, inPc('I440FX').footer + 2), '0000:00:00.0/I440FX'],
    ['after the file header', pc.subarray(0, 8), undefined],
    ['at offset 0', pc.subarray(0, 0), undefined],
    ['without footers, in a payload', xen.subarray(0, inXen('fdc').payload + 100), 'fdc'],
    ['without footers, before the last byte', xen.subarray(0, xen.length - 1), '0000:00:03.0/vga'],
    // the payload before it ends with a 0, so this could be a complete file
    ['without footers, between two sections', xen.subarray(0, inXen('hpet').start), 'ioapic'],
  ];

  test.each(cuts)('is recognized %s', async (_, bytes, name) => {
    const finding = await firstOf(bytes);
    expect(finding).toMatchObject({ cause: 'truncated', level: 'fault' });
    expect(finding?.found).toContain(`after ${bytes.length} bytes`);
    expect(finding?.section?.idstr).toBe(name);
    await expect(repairBytes(bytes)).rejects.toThrow('truncated');
  });

  test('shows that QEMU died if its size is a multiple of the block size', async () => {
    expect((await firstOf(pc.subarray(0, 32768)))?.why).toContain('as if QEMU died');
  });
});

describe('footers', () => {
  test('with a wrong id are reported and corrected', async () => {
    const bytes = pc.slice();
    const at = inPc('dma').footer;
    bytes[at + 4] = 0x99;
    expect(await firstOf(bytes)).toMatchObject({
      cause: 'footer-id',
      section: { idstr: 'dma' },
      offset: at,
      found: 'a footer with section id 153',
    });
    const { bytes: repaired, changes } = await repairBytes(bytes);
    expect(Buffer.compare(repaired, pc)).toBe(0);
    expect(changes).toHaveLength(1);
  });

  test('that two sections lack are reported and added', async () => {
    const [a, b] = [inPc('dma').footer, inPc('fdc').footer];
    const bytes = joined(pc.subarray(0, a), pc.subarray(a + FOOTER_SIZE, b), pc.subarray(b + FOOTER_SIZE));
    expect(await firstOf(bytes)).toMatchObject({
      cause: 'footer-lost',
      section: { idstr: 'dma' },
      offset: a,
    });
    const { bytes: repaired, changes } = await repairBytes(bytes);
    expect(Buffer.compare(repaired, pc)).toBe(0);
    expect(changes).toHaveLength(2);
  });

  test('that begin in the middle are from another file', async () => {
    const bytes = joined(xen.subarray(0, inXen('dma').start), pc.subarray(inPc('PIIX3').start));
    expect(await firstOf(bytes)).toMatchObject({
      cause: 'footer-stray',
      section: { idstr: '0000:00:01.0/PIIX3' },
    });
    await expect(repairBytes(bytes)).rejects.toThrow('combined');
  });
});

describe('parts of several files', () => {
  test('of one machine have duplicate ids', async () => {
    const bytes = joined(pc.subarray(0, inPc('fdc').start), pc.subarray(inPc('ioapic').start));
    const finding = await firstOf(bytes);
    expect(finding).toMatchObject({ cause: 'spliced', section: { idstr: 'ioapic' } });
    expect(finding?.offset).toBe(inPc('fdc').start);
  });

  test.each([
    ['with footers', pc],
    ['without', xen],
  ])('are reported if complete, %s, and the first is kept', async (_, one) => {
    const bytes = joined(one, one);
    const { findings } = await diagnose(bytes);
    expect(findings[0]?.cause).toBe('second-file');
    expect(Buffer.compare((await repairBytes(bytes)).bytes, one)).toBe(0);
  });

  test('are reported if one is inside the other', async () => {
    const bytes = joined(pc.subarray(0, inPc('dma').start), pc);
    expect(await firstOf(bytes)).toMatchObject({ cause: 'second-file' });
    await expect(repairBytes(bytes)).rejects.toThrow('second');
  });
});

describe('bytes', () => {
  test.each([
    ['with footers', pc],
    ['without', xen],
  ])('after the end, %s, are reported and removed', async (_, one) => {
    const bytes = joined(one, Uint8Array.of(1, 2, 3));
    expect(await firstOf(bytes)).toMatchObject({ cause: 'trailing-bytes', found: '3 bytes' });
    expect(Buffer.compare((await repairBytes(bytes)).bytes, one)).toBe(0);
  });

  test('that became zeros end the file early, which QEMU does not report', async () => {
    const bytes = pc.slice();
    const { start } = inPc('dma');
    bytes.fill(0, start, start + 4096);
    expect(await firstOf(bytes)).toMatchObject({ cause: 'early-end', offset: start });
  });

  test.each([
    ['with footers', pc, inPc('dma')],
    ['without', xen, inXen('dma')],
  ])('that are missing in a payload, %s, are reported', async (_, one, { payload }) => {
    const bytes = joined(one.subarray(0, payload + 3), one.subarray(payload + 4));
    expect(await firstOf(bytes)).toMatchObject({ cause: 'payload-misfit', section: { idstr: 'dma' } });
    await expect(repairBytes(bytes)).rejects.toThrow('cannot be repaired');
  });

  test.each([
    [0x01, 'the start of a live-migration section'],
    [0x07, 'a configuration'],
    [0x99, '0x99'],
  ])('of type %s are not a section', async (type, found) => {
    const bytes = pc.slice();
    bytes[inPc('dma').start] = type;
    const finding = await firstOf(bytes);
    expect(finding).toMatchObject({ cause: 'section-type', offset: inPc('dma').start });
    expect(finding?.found).toContain(found);
  });

  test('of a guest that look like a header give a notice only', async () => {
    const bytes = pc.slice();
    const at = inPc('vga').payload + 600; // colors
    bytes.set([0x04, 0, 0, 0, 0x63, 5, 0x74, 0x69, 0x6d, 0x65, 0x72, 0, 0, 0, 0, 0, 0, 0, 2], at);
    const { healthy, findings } = await diagnose(bytes);
    expect(healthy).toBe(true);
    expect(findings).toMatchObject([{ cause: 'false-header', level: 'notice', offset: at }]);
    expect(findings[0]?.found).toContain('"timer"');
  });

  test('of another format are not a device state', async () => {
    expect(await firstOf(Uint8Array.from({ length: 64 }, (_, i) => i))).toMatchObject({
      cause: 'damaged',
      section: null,
      offset: 0,
    });
  });
});
