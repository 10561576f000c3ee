import { expect, test } from 'vitest';
import { expected, saved } from './files.js';
import { repair } from './repair.js';

/** Where a device's section is, found without any codec: its name, with the length in front. */
const nameAt = (bytes: Uint8Array, name: string): number =>
  Buffer.from(bytes).indexOf(`${String.fromCharCode(name.length)}${name}`, 0, 'latin1');

test('the cause is named: one struct of 48 bytes, and the machine type that has it', async () => {
  const { findings } = await repair(saved, expected);
  expect(findings.map(({ cause, section }) => [cause, section?.idstr])).toEqual([
    ['fact:smbus', '0000:00:01.3/piix4_pm'],
  ]);
  expect(findings[0]?.expected).toBe('48 bytes of smb');
  expect(findings[0]?.remedy).toContain('pc-i440fx-3.1');
});

test('the fixed file has these bytes more, and is the same everywhere else', async () => {
  const { bytes } = await repair(saved, expected);
  expect(bytes.length - saved.length).toBe(48);
  const name = '0000:00:01.3/piix4_pm';
  const at = nameAt(saved, name);
  expect(nameAt(bytes, name)).toBe(at);
  expect(Buffer.compare(bytes.subarray(0, at), saved.subarray(0, at))).toBe(0);
  const behind = saved.length - nameAt(saved, '0000:00:02.0/virtio-balloon');
  expect(Buffer.compare(bytes.subarray(-behind), saved.subarray(-behind))).toBe(0);
});

test('what fits is left as it is', async () => {
  expect(await repair(expected, expected)).toMatchObject({ findings: [], done: [], bytes: expected });
});
