import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { saveDeviceState } from '../../scripts/qemu/save-device-state.mjs';
import { tryToLoad } from '../../scripts/qemu/try-to-load.mjs';
import { withMachine } from '../../scripts/qemu/with-machine.mjs';
import { diffFiles } from '../../src/compare/diff-files.js';
import { diagnose } from '../../src/doctor/diagnose.js';
import type { Diagnosis } from '../../src/doctor/diagnosis.js';
import { firstFault } from '../../src/doctor/diagnosis.js';
import { fixFile } from '../../src/doctor/fix/fix-file.js';
import { captureTarget } from '../../src/doctor/targets/capture-target.js';
import type { Target } from '../../src/doctor/targets/target.js';
import { editFile } from '../../src/edit/edit-file.js';
import { openFile } from '../../src/open/opened-file.js';
import type { Started } from './mismatches.js';
import { mismatches } from './mismatches.js';

/** The version whose messages are known, and which has all these machine types. */
const isQemu72 = /version 7\.2\./.test(
  spawnSync('qemu-system-x86_64', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

/** The state of a machine that never ran. */
async function save({ qemu, args }: Started): Promise<Uint8Array> {
  return new Uint8Array(await withMachine({ qemu, args: [...args, '-S'] }, saveDeviceState));
}

/** The section that QEMU names in its message; `undefined` if it names none. */
function sectionNamed(said: string): string | undefined {
  return /(?:section footer for |of device '|section or instance ')([^'\n]+)/.exec(said)?.[1];
}

/** Sections that QEMU loads, but does not save again with all machine types. */
const LEFT_OUT = ['globalstate', 'PCIHost', 'pcspk', 'smbus-eeprom'];

test('has the QEMU installed whose messages are known', () => {
  expect(isQemu72).toBe(true);
});

describe.each(mismatches)('$name', ({ written, target: there, cause, outcome, isFixable }) => {
  let bytes: Uint8Array;
  let target: Target;
  let diagnosis: Diagnosis;

  beforeAll(async () => {
    bytes = await save(written);
    target = captureTarget(await openFile(await save(there)), 'there.dev');
    diagnosis = await diagnose(bytes, { target });
  });

  test('predicts the message of QEMU, and names the cause', async () => {
    const { loaded, said } = await tryToLoad(there, bytes);
    const fault = firstFault(diagnosis);
    expect(fault?.cause).toBe(cause);
    expect(diagnosis.healthy).toBe(cause === undefined);
    expect(diagnosis.forecast?.outcome).toBe(outcome);
    expect(loaded).toBe(outcome !== 'refused');
    for (const line of diagnosis.forecast?.says ?? []) expect(said).toContain(line);
    if (outcome === 'refused') expect(diagnosis.forecast?.says.length).toBeGreaterThan(0);
    const named = sectionNamed(said);
    if (named !== undefined) expect(fault?.section?.idstr).toBe(named);
  });

  test('writes a file that QEMU loads and saves again, or refuses to', async () => {
    const fixing = openFile(bytes).then((file) => fixFile(file, target));
    if (!isFixable) return expect(fixing).rejects.toThrow(/./);
    const fixed = await fixing;
    const { loaded, said, again } = await tryToLoad(there, fixed.bytes);
    expect(loaded, said).toBe(true);
    const difference = diffFiles(await openFile(fixed.bytes), await openFile(new Uint8Array(again ?? [])));
    const fields = difference.sections.flatMap(({ idstr, fields, bytes: ranges }) => [
      ...fields.map(({ path }) => `${idstr} ${path}`),
      ...ranges.map(({ offset }) => `${idstr} byte ${offset}`),
    ]);
    expect(fields.filter((place) => !place.includes('sectionId') && !isOwnChoice(place))).toEqual([]);
    expect(difference.file).toEqual([]);
    expect(difference.removed.map(({ idstr }) => idstr).filter((name) => !LEFT_OUT.includes(name))).toEqual(
      [],
    );
  });
});

/** Fields and subsections that QEMU loads, but leaves out of its own file because of its machine type. */
function isOwnChoice(place: string): boolean {
  return /\/e1000 state\.(?:compat|subsections)|^pckbd state\.kbd\.subsections|^fw_cfg |\/piix4_pm state\.subsections\[/.test(
    place,
  );
}

describe('a mismatch that QEMU accepts without an error', () => {
  const pair = mismatches.find(({ name }) => name === '3.1 into 4.0, without footers');
  if (pair === undefined) throw new Error('no such pair');
  const withCard = ({ qemu, args }: Started): Started => ({
    qemu,
    args: [...args, '-device', 'e1000,addr=5'],
  });
  const [written, there] = [withCard(pair.written), withCard(pair.target)];

  test('loses everything after it, but not in the file that the doctor writes', async () => {
    const edit = 'acpi_build.patched=1'; // the last section
    const { bytes } = editFile(await openFile(await save(written)), [edit]);
    const lost = await tryToLoad(there, bytes);
    const target = captureTarget(await openFile(await save(there)), 'there.dev');
    const fixed = await fixFile(await openFile(bytes), target);
    const kept = await tryToLoad(there, fixed.bytes);
    const patched = async (again: Uint8Array | undefined): Promise<unknown> =>
      (await openFile(new Uint8Array(again ?? []))).sections.find(({ name }) => name === 'acpi_build')?.value
        .state;
    expect(await patched(lost.again)).toEqual({ patched: 0 });
    expect(await patched(kept.again)).toEqual({ patched: 1 });
  });
});

test('predicts the message of 2020', async () => {
  const story = mismatches.find(({ name }) => name.includes('2020'));
  if (story === undefined) throw new Error('no such pair');
  const { said } = await tryToLoad(story.target, await save(story.written));
  expect(said).toContain('Unknown savevm section type 111');
});
