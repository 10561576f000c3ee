import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGS, openDeviceState } from '@bytewright/xen-devstate';
import { catalogTarget, diagnose, firstFault, machineOf } from '@bytewright/xen-devstate/doctor';
import { expect, test } from 'vitest';
import { printedBy } from '../../test/printed-by.js';
import { readCapture, revise } from './revision.js';

const revision = await revise();

/** `smb` on the wire. Source: QEMU hw/i2c/pm_smbus.c, `pm_smbus_vmstate`: 6 + 4 + 32 + 2 + 4 bytes. */
const SMBUS_SIZE = 48;

test('names the struct, and predicts the message of 2020', () => {
  const { old, diagnosis } = revision;
  const fault = firstFault(diagnosis);
  expect(fault).toMatchObject({ cause: 'piix4-smbus', section: { idstr: '0000:00:01.3/piix4_pm' } });
  const section = old.sections.find(({ name }) => name === 'piix4_pm');
  // after the PCI device (276 bytes), three 2-byte registers, and the two of apm
  expect(fault?.offset).toBe((section?.report.payloadOffset ?? 0) + 276 + 6 + 2);
  expect(diagnosis.forecast).toMatchObject({
    outcome: 'refused',
    says: ['Unknown savevm section type 111'],
  });
  expect(old.bytes[diagnosis.forecast?.offset ?? 0]).toBe('o'.charCodeAt(0)); // the one in virtio
});

test('predicts the same for a genuine Xen guest, where the "o" is the one in platform', async () => {
  const bytes = readCapture('../../packages/xen-devstate/test/fixtures/xen-4.17/stdvga-traced.dev.gz');
  const machine = machineOf('xenfv-4.2', 702);
  if (machine === undefined) throw new Error('no machine type');
  const target = await catalogTarget(CATALOGS['qemu-7.2-xen'], machine);
  const { findings, forecast } = await diagnose(bytes, { target });
  expect(findings.map(({ cause }) => cause)).toEqual(['piix4-smbus']);
  expect(forecast?.says).toEqual(['Unknown savevm section type 111']);
  const at = forecast?.offset ?? 0;
  expect(Buffer.from(bytes.subarray(at - 5, at + 3)).toString('latin1')).toBe('platform');
});

test('adds the struct to the fixed file, and changes nothing else', async () => {
  const { old, diagnosis, fixed, target } = revision;
  expect(fixed.bytes.length).toBe(old.bytes.length + SMBUS_SIZE);
  const at = firstFault(diagnosis)?.offset ?? 0;
  const without = Buffer.concat([fixed.bytes.subarray(0, at), fixed.bytes.subarray(at + SMBUS_SIZE)]);
  expect(Buffer.compare(without, old.bytes)).toBe(0);
  const there = openDeviceState(readCapture('files/new.dev.gz')).value.sections;
  const own = openDeviceState(fixed.bytes).value.sections;
  const smbusOf = (sections: typeof there): unknown =>
    sections.map((section) => (section.device === 'piix4_pm' ? section.state.smbus : undefined))[25];
  expect(smbusOf(own)).toEqual(smbusOf(there)); // an idle one, like the new machine's
  expect(await diagnose(fixed.bytes, { target })).toMatchObject({
    healthy: true,
    forecast: { outcome: 'loads' },
  });
});

test('tells the story and writes the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bytewright-'));
  try {
    const output = join(folder, 'fixed.dev');
    const text = await printedBy(() => import('./main.js'), output);
    expect(text).toContain('Unknown savevm section type 111');
    expect(text).toMatch(/QEMU is not installed|QEMU loads it/);
    expect(Buffer.compare(readFileSync(output), revision.fixed.bytes)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
