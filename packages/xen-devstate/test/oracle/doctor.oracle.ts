import { afterAll, describe, expect, test } from 'vitest';
import { saveDeviceState } from '../../scripts/qemu/save-device-state.mjs';
import { withLoaded } from '../../scripts/qemu/with-loaded.mjs';
import { withMachine } from '../../scripts/qemu/with-machine.mjs';
import { diffFiles } from '../../src/diff/diff-files.js';
import { diagnose } from '../../src/doctor/diagnose.js';
import { fix } from '../../src/doctor/fix.js';
import { SILENCE } from '../../src/doctor/qemu-says.js';
import type { Target } from '../../src/doctor/target.js';
import { openFile } from '../../src/open/opened-file.js';
import { mismatches } from './mismatches.js';

const X86_64 = 'qemu-system-x86_64';

/** What a machine saves that has never run. */
async function save(qemu: string, args: readonly string[]): Promise<Uint8Array> {
  return withMachine(
    { qemu, args: [...args, '-S'] },
    async (machine) => new Uint8Array(await saveDeviceState(machine)),
  );
}

/** What a machine saves that was started from a file; what QEMU says, where it refuses it. */
async function load(qemu: string, args: readonly string[], bytes: Uint8Array): Promise<Uint8Array | string> {
  try {
    return new Uint8Array(await withLoaded({ qemu, args }, bytes, saveDeviceState));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function targetOf(bytes: Uint8Array): Promise<Target> {
  const capture = await openFile(bytes);
  return { label: 'the target', catalog: undefined, capture, facts: {}, footers: undefined };
}

describe('the doctor, and QEMU itself', () => {
  let count = 0;

  test.each(mismatches)(
    '$name',
    async ({ saved, loaded, loader = X86_64, cause, section, qemuSays, canFix }) => {
      const file = await save(X86_64, saved);
      const target = await targetOf(await save(loader, loaded));
      const { findings } = await diagnose(file, target);
      const [first] = findings;
      expect([first?.cause, first?.section?.idstr]).toEqual([cause, section]);

      const said = await load(loader, loaded, file);
      if (qemuSays === undefined) expect(typeof said).not.toBe('string');
      else expect(said).toMatch(qemuSays);
      // what the doctor foretells is what QEMU says
      if (first?.qemuSays !== undefined && first.qemuSays !== SILENCE) expect(said).toContain(first.qemuSays);
      count++;
      if (canFix !== true) return;

      const fixed = await fix(file, target);
      expect(fixed.left.filter(({ isHint }) => isHint !== true)).toEqual([]);
      const again = await load(loader, loaded, fixed.bytes);
      if (typeof again === 'string') throw new Error(again);
      // the proof is the second save: nothing is there that was not in the fixed file
      const difference = diffFiles(await openFile(fixed.bytes), await openFile(again));
      expect([difference.added, difference.removed]).toEqual([[], []]);
      const fields = difference.sections.flatMap(({ idstr, fields }) =>
        fields.map(({ path }) => `${idstr} ${path}`),
      );
      expect(fields.filter((path) => path.startsWith(section))).toEqual([]);
    },
  );

  afterAll(() => expect(count).toBe(mismatches.length));
});
