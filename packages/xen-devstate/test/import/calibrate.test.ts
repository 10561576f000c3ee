import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openImage } from '../../src/import/elf/image.js';
import { Program } from '../../src/import/elf/program.js';
import { ImportError } from '../../src/import/import-error.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';

const original = new Uint8Array(
  readFileSync(new URL('../fixtures/programs/tables-7.2.elf', import.meta.url)),
);
const layout = calibrate(Program.open(original));
const descriptions = readDescriptions(Program.open(original), layout);

const addressOf = (name: string): number => descriptions.find((one) => one.name === name)?.address ?? 0;

/** The program with other bytes at an address. */
function patched(address: number, bytes: readonly number[]): Uint8Array {
  const file = original.slice();
  const segment = openImage(file, 0).segments.find(
    (one) => address >= one.address && address < one.address + one.bytes.length,
  );
  segment?.bytes.set(bytes, address - segment.address);
  return file;
}

function renamed(from: string, to: string): Uint8Array {
  const text = Buffer.from(original).toString('latin1').replaceAll(`\0${from}\0`, `\0${to}\0`);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

const importing = (file: Uint8Array): unknown => {
  const program = Program.open(file);
  return readDescriptions(program, calibrate(program));
};

describe('a layout is found by what is known, or not at all', () => {
  test.each([
    // the known tables speak of one place each; what is at none with all of them right is somewhere else in this QEMU
    ['another version of the clock', addressOf('mc146818rtc') + 12, [4], 'the version of a description'],
    [
      'another minimum of the clock',
      addressOf('mc146818rtc') + 16,
      [2],
      'the minimum version of a description',
    ],
  ])('%s', (_, address, bytes, what) => {
    const file = patched(address, bytes);
    expect(() => importing(file)).toThrow(ImportError);
    expect(() => importing(file)).toThrow(`cannot tell where ${what} lies: it could be at none of them`);
  });

  test('versions that are the same everywhere: the layout is not guessed from the first place that fits', () => {
    // with the versions of all known tables made 1, the version and the minimum could be either
    const file = original.slice();
    for (const { address, name } of descriptions)
      if (name !== 'configuration')
        for (const segment of openImage(file, 0).segments)
          if (address >= segment.address && address < segment.address + segment.bytes.length)
            segment.bytes.set([1, 0, 0, 0, 1], address - segment.address + 12);
    expect(() => importing(file)).toThrow(/cannot tell where the version of a description lies/);
  });

  test('a list that ends with something else than zeros, or the mark of later versions', () => {
    const fields = 3; // of `timer`; its list ends behind them
    const program = Program.open(original);
    const list = program.pointerAt(addressOf('timer') + layout.description.fields) ?? 0;
    const file = patched(list + fields * layout.field.stride + layout.field.count, [7]);
    expect(() => importing(file)).toThrow('lists of fields that end in a way that is not known');
  });

  test('fewer known tables are enough, but not three of them', () => {
    expect(calibrate(Program.open(renamed('fw_cfg', 'fw_cfh')))).toEqual(layout);
    // no other known table has a buffer whose size is a field's
    expect(() => importing(renamed('configuration', 'configuratiom'))).toThrow(
      'cannot tell where the offset of the size of a field lies: nothing known shows it',
    );
    // one field each of seven of them under another name; linkers let names share their ends, so these stand alone
    const text = ['cpu_ticks', 'cmos_data', 'ioregsel', 'dshift', 'irq_count', 'cur_entry', 'len\0'].reduce(
      (all, name) => all.replaceAll(name, name.replace(/[a-z]/, 'X')),
      Buffer.from(original).toString('latin1'),
    );
    expect(() => importing(new Uint8Array(Buffer.from(text, 'latin1')))).toThrow(
      /^[123] of 12 known tables .* is this a QEMU system emulator\?$/,
    );
  });

  test('a struct in a version of its own, where nothing known shows the place of that', () => {
    expect(() => importing(renamed('ipmi-interface', 'ipmi-interfacf'))).toThrow(
      'kcs is written in a version of its own, and nothing known shows where that is kept',
    );
  });
});
