import { expect, test } from 'vitest';
import { expected, saved } from './files.js';
import { loadInQemu } from './load-in-qemu.js';
import { repair } from './repair.js';

test('QEMU says what users were told in 2020, and the doctor what it means', async () => {
  const { findings } = await repair(saved, expected);
  const said = await loadInQemu('pc-i440fx-4.0', saved);
  expect(said).toContain('Unknown savevm section type 111');
  expect(said).toContain(findings[0]?.qemuSays);
});

test('QEMU takes the fixed file, and the machine that fits takes the old one', async () => {
  const { bytes } = await repair(saved, expected);
  expect(await loadInQemu('pc-i440fx-4.0', bytes)).toBe('');
  expect(await loadInQemu('pc-i440fx-3.1', saved)).toBe('');
});
