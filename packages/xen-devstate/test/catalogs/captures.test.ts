import { describe, expect, test } from 'vitest';
import { CATALOGS, openDeviceState } from '../../src/index.js';
import { captures } from '../captures.js';
import { plainSections } from '../codec/plain-reader.js';

/** Machines of other architectures, whose devices are in no catalog. */
const isOther = (file: string): boolean => /aarch64|s390x/.test(file);

/**
 * PCI ids of functions that QEMU emulates, from the PCI ID database: vendor and device by the name of the state in QEMU.
 * Intel's 440FX, PIIX3 and PIIX4 of the PC; XenSource's platform device; Cirrus Logic's GD5446; Intel's 82540EM, and 82544GC
 * and 82545EM, which share its state; QEMU's own VGA.
 */
const PCI_IDS: Readonly<Record<string, readonly [vendor: number, ...devices: number[]]>> = {
  I440FX: [0x8086, 0x1237],
  PIIX3: [0x8086, 0x7000],
  piix4_pm: [0x8086, 0x7113],
  uhci: [0x8086, 0x7020],
  platform: [0x5853, 0x0001],
  cirrus_vga: [0x1013, 0x00b8],
  e1000: [0x8086, 0x100e, 0x100c, 0x100f],
  vga: [0x1234, 0x1111],
};

describe.each(captures.filter(({ file }) => !isOther(file)))('$file', ({ file, bytes, footers }) => {
  const opened = openDeviceState(bytes);
  const { value, report } = opened;

  test('decodes every section, and loses nothing', () => {
    expect(
      report.sections.filter(({ decodedBy }) => decodedBy !== 'schema').map(({ idstr }) => idstr),
    ).toEqual([]);
    const catalog = CATALOGS[opened.catalog];
    expect(Buffer.compare(catalog.encode(value as never), bytes)).toBe(0);
  });

  test('has its payloads where a reader without schemas finds them', () => {
    const plain = plainSections(bytes, footers);
    expect(
      report.sections.map(({ idstr, payloadOffset, payloadLength }) => [idstr, payloadOffset, payloadLength]),
    ).toEqual(plain.map(({ idstr, payload, end }) => [idstr, payload, end - payload]));
  });

  test('has the right ids in its PCI functions', () => {
    for (const section of value.sections) {
      const ids = PCI_IDS[section.idstr.replace(/^.*\//, '')];
      if (ids === undefined || !/^\d{4}:/.test(section.idstr)) continue;
      const [vendor, device] = pciIdsIn(section) ?? [];
      expect(vendor, `${file} ${section.idstr}`).toBe(ids[0]);
      expect(ids.slice(1), `${file} ${section.idstr}`).toContain(device);
    }
  });
});

test('files of real Xen guests are from the i386 build, whose processor has eight registers', () => {
  for (const { file, bytes } of captures.filter((one) => one.file.startsWith('xen-'))) {
    const opened = openDeviceState(bytes);
    expect(opened.catalog, file).toMatch(/-xen$/);
    for (const section of opened.value.sections) {
      if (section.device === 'cpu') expect(section.state.regs.length).toBe(8);
      if (section.device === 'mc146818rtc') expect(section.state.cmosData.length).toBe(128);
    }
  }
});

test('sections of other architectures are kept verbatim', () => {
  for (const { file, bytes } of captures.filter((one) => isOther(one.file))) {
    const { catalog, value, report } = openDeviceState(bytes);
    expect(
      report.sections.some(({ decodedBy }) => decodedBy === 'verbatim'),
      file,
    ).toBe(true);
    expect(Buffer.compare(CATALOGS[catalog].encode(value as never), bytes)).toBe(0);
  }
});

/** The vendor and device ids, wherever the configuration space is in a state. */
function pciIdsIn(part: unknown): readonly [unknown, unknown] | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if ('vendorId' in part && 'deviceId' in part) return [part.vendorId, part.deviceId];
  for (const inner of Object.values(part)) {
    const found = pciIdsIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
