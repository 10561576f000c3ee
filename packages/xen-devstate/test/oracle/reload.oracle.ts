import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileDifference } from '../../src/compare/diff-files.js';
import { diffFiles } from '../../src/compare/diff-files.js';
import { bytesSource } from '../../src/containers/byte-source.js';
import { findVmDescription } from '../../src/containers/find-vm-description.js';
import { editFile } from '../../src/edit/edit-file.js';
import type { OpenedFile } from '../../src/open/opened-file.js';
import { openFile } from '../../src/open/opened-file.js';
import type { Section } from '../../src/wire/codec.js';
import { decodeDeviceState, encodeDeviceState } from '../../src/wire/codec.js';
import { devstate } from '../command/fake-host.js';
import { temporaryFolder } from '../command/temporary-folder.js';
import { compareWithTrace, parseTrace } from '../trace.js';
import type { DescribedDevice } from '../vmdescription.js';
import { compareWithDescription } from '../vmdescription.js';
import { machines } from './machines.js';
import type { Saved } from './start-and-save.js';
import { loadAndSave, startAndSave } from './start-and-save.js';

/** The places where two files differ, one per line. Sections that only one has, and another order, fail immediately. */
function differences(a: OpenedFile, b: OpenedFile): string[] {
  const { added, removed, reordered, file, sections } = diffFiles(a, b);
  expect({ added, removed, reordered, file }).toEqual({ added: [], removed: [], reordered: false, file: [] });
  return sections.flatMap(({ idstr, fields, bytes }) => [
    ...fields.map(({ path }) => `${idstr} ${path}`),
    ...bytes.map(({ offset, length }) => `${idstr} bytes ${offset} to ${offset + length}`),
  ]);
}

/** Opens a file with the catalog of the QEMU that wrote it: others may have other names for the same fields. */
function ofItsOwnVersion({ bytes, version }: Saved): Promise<OpenedFile> {
  return openFile(bytes, { catalogs: [version.startsWith('7.') ? 'qemu-7.2' : 'qemu-10.0'] });
}

describe.each(machines)('QEMU, $name', (machine) => {
  let saved: Saved;
  let file: OpenedFile;
  /** The places where the unedited file differs after QEMU has loaded it and written it again. */
  let changes: readonly string[];

  beforeAll(async () => {
    saved = await startAndSave(machine);
    file = await openFile(saved.bytes);
    changes = differences(file, await openFile(await loadAndSave(machine, saved.bytes)));
  }, 300_000);

  test('changes only known fields by loading and saving', () => {
    expect(changes.filter((place) => !machine.changed.some((pattern) => pattern.test(place)))).toEqual([]);
  });

  test('keeps each edited field, and changes no other', async () => {
    const edited = editFile(file, machine.edits);
    for (const { path, before, after } of edited.fields) expect(after, path).not.toEqual(before);
    const again = await loadAndSave(machine, edited.bytes);
    const places = differences(await openFile(edited.bytes), await openFile(again));
    expect(places.filter((place) => !changes.includes(place))).toEqual([]);
  });

  test('names the same fields at the same offsets in its own description of the machine', async () => {
    const range = findVmDescription(bytesSource(saved.migration));
    if (range === undefined) throw new Error('QEMU wrote no description');
    const json = Buffer.from(saved.migration.buffer, range.offset, range.length).toString();
    const { devices } = JSON.parse(json) as { devices: DescribedDevice[] };
    const comparison = compareWithDescription(await ofItsOwnVersion(saved), devices);
    expect(comparison).toMatchObject({ misplaced: [], renamed: [], resized: [] });
    expect(comparison.leaves).toBeGreaterThan(2000);
    expect(file.sections.filter(({ schema }) => schema === undefined)).toEqual([]);
  });

  test('traces the same fields with the same element counts while writing the file', async () => {
    const comparison = compareWithTrace(await ofItsOwnVersion(saved), parseTrace(saved.trace));
    expect(comparison.differences).toEqual([]);
    expect(comparison.fields).toBeGreaterThan(400);
  });
});

describe('QEMU, with the command', () => {
  const folder = temporaryFolder();
  const [machine] = machines;

  test('loads the file written by devstate set, and devstate diff finds the edits again', async () => {
    if (machine === undefined) throw new Error('no machine');
    const [original, edited, again] = [
      join(folder, 'original'),
      join(folder, 'edited'),
      join(folder, 'again'),
    ];
    writeFileSync(original, (await startAndSave(machine)).bytes);
    const edits = ['mc146818rtc.cmosData[56]=0x5a', 'serial.state.divider=96'];
    const set = await devstate(['set', original, ...edits, '-o', edited]);
    expect(set.code, set.stderr.text).toBe(0);
    writeFileSync(again, await loadAndSave(machine, readFileSync(edited)));
    const got = await devstate(['get', again, 'mc146818rtc.cmosData[56]', '--json']);
    expect(got.stdout.text.trim()).toBe('90');
    const diff = await devstate(['diff', original, again, '--json']);
    const { sections } = JSON.parse(diff.stdout.text) as Pick<FileDifference, 'sections'>;
    const found = sections.flatMap(({ idstr, fields }) =>
      idstr.endsWith('/ide') ? [] : fields.map(({ path, b }) => [idstr, path, b]),
    );
    expect(found).toEqual([
      ['mc146818rtc', 'state.cmosData[56]', 90],
      ['serial', 'state.state.divider', 96],
    ]);
  });
});

describe('QEMU refuses', () => {
  const machine = machines.find(({ name }) => name.startsWith('isapc'));
  if (machine === undefined) throw new Error('no machine');
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = (await startAndSave(machine)).bytes;
  }, 300_000);

  /** The file with other members in a section header. The codec of whole sections does not check them. */
  function withHeader(name: string, members: Partial<Section>): Uint8Array {
    const state = decodeDeviceState(bytes);
    const sections = state.sections.map((one) => (one.idstr === name ? { ...one, ...members } : one));
    return encodeDeviceState({ ...state, sections });
  }

  // the messages are from migration/savevm.c of QEMU 7.2; some differ in later versions
  test.each<[Partial<Section>, RegExp]>([
    [{ versionId: 4 }, /unsupported version 4 for 'serial' v3/],
    [{ versionId: 1 }, /serial: incoming version_id 1 is too old for local minimum version_id {2}2/],
    [{ idstr: 'cereal' }, /Unknown (?:savevm )?section or instance 'cereal' 0/],
    [{ instanceId: 7 }, /Unknown (?:savevm )?section or instance 'serial' 7/],
  ])('a serial section with %o', async (members, reason) => {
    await expect(loadAndSave(machine, withHeader('serial', members))).rejects.toThrow(reason);
  });

  test('a version that our own encoder also rejects', async () => {
    const file = await openFile(bytes);
    expect(() => editFile(file, ['serial.versionId=4'])).toThrow('expected version 3 or earlier');
    expect(() => editFile(file, ['serial.versionId=1'])).toThrow('expected version 2 or later');
  });

  test('three floppy drives instead of two, which our schema cannot detect', async () => {
    const { bytes: edited } = editFile(await openFile(bytes), ['fdc.state.numFloppies=3']);
    await expect(loadAndSave(machine, edited)).rejects.toThrow(/2 != 3\n.*Failed to load fdc:num_floppies/);
  });

  test('a truncated file', async () => {
    const half = bytes.subarray(0, bytes.length / 2);
    await expect(loadAndSave(machine, half)).rejects.toThrow(
      /error while loading state|load of migration failed/,
    );
  });

  test('a file without footers, if it expects footers', async () => {
    const { opened } = await openFile(bytes);
    const without = opened.codec.encode({ ...opened.value, footers: false });
    await expect(loadAndSave(machine, without)).rejects.toThrow(/Missing section footer for timer/);
  });
});
