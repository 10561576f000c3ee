import { diffFiles, openFile } from '@bytewright/xen-devstate';
import { expect, test } from 'vitest';
import { loadWithQemu } from './load-with-qemu.js';
import { NEW, OLD } from './machines.js';
import { revise } from './revision.js';

test('QEMU loads the old file into the old machine, and rejects it for the new one with the message of 2020', async () => {
  const { old } = await revise();
  expect(await loadWithQemu(OLD, old.bytes)).toMatchObject({ loaded: true });
  const attempt = await loadWithQemu(NEW, old.bytes);
  expect(attempt?.loaded).toBe(false);
  expect(attempt?.said).toMatch(/Unknown (?:savevm )?section type 111/);
});

test('QEMU loads the fixed file into the new machine, and saves it again unchanged', async () => {
  const { fixed } = await revise();
  const attempt = await loadWithQemu(NEW, fixed.bytes);
  expect(attempt).toMatchObject({ loaded: true });
  const again = await openFile(attempt?.again ?? new Uint8Array(0));
  expect(diffFiles(await openFile(fixed.bytes), again)).toMatchObject({ same: true });
});
