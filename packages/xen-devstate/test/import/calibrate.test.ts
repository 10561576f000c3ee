import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { openImage } from '../../src/import/elf/image.js';
import { Program } from '../../src/import/elf/program.js';
import { ImportError } from '../../src/import/import-error.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';
import type { MadeUpLayout } from './made-up-tables.js';
import { MADE_UP, madeUpTables } from './made-up-tables.js';

const original = new Uint8Array(
  readFileSync(new URL('../fixtures/programs/tables-7.2.elf', import.meta.url)),
);
const { layout, report } = calibrate(Program.open(original));
const descriptions = readDescriptions(Program.open(original), layout);

const addressOf = (name: string): number => descriptions.find((one) => one.name === name)?.address ?? 0;
const fieldOf = (name: string, index: number): number =>
  (Program.open(original).pointerAt(addressOf(name) + layout.description.fields) ?? 0) +
  index * layout.field.stride;

/** The program with other bytes at addresses. */
function patched(...changes: readonly (readonly [address: number, bytes: readonly number[]])[]): Program {
  const file = original.slice();
  for (const [address, bytes] of changes) {
    const segment = openImage(file, 0).segments.find(
      (one) => address >= one.address && address < one.address + one.bytes.length,
    );
    segment?.bytes.set(bytes, address - segment.address);
  }
  return Program.open(file);
}

describe('a layout follows from what all tables have', () => {
  test.each([
    // QEMU 11.1 raised the minimum of this one
    ['another minimum version of one', addressOf('mc146818rtc') + 16, [3]],
    ['another version of one', addressOf('mc146818rtc') + 12, [4]],
    ['a version that is a date', addressOf('toaster') + 12, [0x59, 0x1c, 0x32, 0x01]],
    ['a field of another size in memory', fieldOf('timer', 0) + 24, [8]],
    ['a field at another place in memory', fieldOf('timer', 0) + 16, [0, 1]],
  ])('%s changes nothing', (_, address, bytes) => {
    expect(calibrate(patched([address, bytes])).layout).toEqual(layout);
  });

  test('it is said how many descriptions show each member', () => {
    const of = (member: string): object | undefined => report.members.find((one) => one.member === member);
    // counted in tables.c: kinds of lists that end, fields that are structs, descriptions with subsections
    expect(of('the end of a list')).toMatchObject({ at: 72, confirmed: 20, descriptions: 20, against: 0 });
    expect(of('the struct of a field')).toMatchObject({ at: 80, confirmed: 7, descriptions: 4, against: 0 });
    expect(of('the subsections of a description')).toMatchObject({ at: 80, confirmed: 6, descriptions: 6 });
  });

  const OFFSETS = fc.record({
    // in which order the members are, and how many words are between them
    field: fc.shuffledSubarray(
      [
        'offset',
        'size',
        'countOffset',
        'sizeOffset',
        'info',
        'description',
        'exists',
        'flags+count',
        'version+structVersion',
      ],
      { minLength: 9 },
    ),
    description: fc.shuffledSubarray(['version+minimum', 'minimum+version', 'version+', 'minimum+'], {
      minLength: 4,
    }),
    gaps: fc.array(fc.nat({ max: 2 }), { minLength: 20, maxLength: 20 }),
    isOneWord: fc.boolean(),
    subsectionsGap: fc.nat({ max: 2 }),
    functions: fc.constantFrom([1, 2], [3, 4]),
    hasSizes: fc.boolean(),
    end: fc.constantFrom(0, 0x10000, 0x20000),
  });

  test('wherever members lie, they are found', () => {
    fc.assert(
      fc.property(OFFSETS, (drawn) => {
        const made = layoutOf(drawn);
        const { description, field, end } = made;
        const program = Program.open(madeUpTables(made));
        const found = calibrate(program).layout;
        expect(found).toEqual({ description, field, end });
        const read = readDescriptions(program, found);
        expect(read.map(({ name, fields }) => [name, fields.length])).toEqual(
          // a condition is on no wire
          MADE_UP.map(({ name, fields }) => [
            name,
            fields.filter(({ flags }) => (flags & 0x1000) === 0).length,
          ]),
        );
      }),
      { numRuns: budget({ everyDay: 60, deep: 3000 }) },
    );
  });
});

describe('or it is said which description does not fit, and how', () => {
  const failing = (program: Program): string => {
    try {
      calibrate(program);
    } catch (error) {
      if (error instanceof ImportError) return error.message;
      throw error;
    }
    return 'nothing';
  };

  test('a count that is none', () => {
    expect(failing(patched([fieldOf('dma', 4) + layout.field.count, [0]]))).toBe(
      'cannot tell where the count of a field lies: at 40, the best place, 4 of 5 fit; dma.regs has 0 there, but an array has a count',
    );
  });

  test('sizes that are not those of types', () => {
    const changes = [0, 1, 2].map((i) => [fieldOf('dma', i) + layout.field.size, [3]] as const);
    expect(failing(patched(...changes))).toMatch(
      /^cannot tell where the size of a field lies: at 24, the best place, 39 of 42 fit; dma\.command has 3 there, but a number has the size of its type$/,
    );
  });

  test('versions that are the same everywhere: which is the minimum is not guessed', () => {
    const changes = descriptions.flatMap(({ address }) => [[address + 12, [1, 0, 0, 0, 1]] as const]);
    expect(failing(patched(...changes))).toMatch(/^cannot tell where the version of a description lies/);
  });

  test('a minimum version above the version', () => {
    const above = ['timer', 'ioapic'].map((name) => [addressOf(name) + 16, [9]] as const);
    expect(failing(patched(...above))).toMatch(
      /^cannot tell where the version of a description lies: .*; (?:timer|ioapic) has \d there, but no description has a minimum version above its version$/,
    );
  });

  test('one list that ends in a way of its own', () => {
    const end = fieldOf('timer', 3);
    expect(failing(patched([end + layout.field.count, [7]]))).toBe(
      'cannot tell how a list of fields ends: that of timer ends in another way than 19 others',
    );
    expect(failing(patched([end + layout.field.flags, [0, 0, 1]]))).toBe(
      'cannot tell how a list of fields ends: that of timer ends in another way than 19 others',
    );
  });
});

function layoutOf(drawn: {
  readonly field: readonly string[];
  readonly gaps: readonly number[];
  readonly isOneWord: boolean;
  readonly subsectionsGap: number;
  readonly functions: readonly number[];
  readonly hasSizes: boolean;
  readonly end: number;
  readonly description: readonly string[];
}): MadeUpLayout {
  let gap = 0;
  const next = (): number => 8 * (drawn.gaps[gap++] ?? 0);
  const field: Record<string, number> = {};
  let at = 8;
  for (const members of drawn.field) {
    at += next();
    const [first = '', second] = members.split('+');
    field[first] = at;
    if (second !== undefined) field[second] = at + 4;
    at += 8;
  }
  const [order = ''] = drawn.description;
  let to = 8 + next();
  const [first, second] = order.startsWith('version') ? ['version', 'minimum'] : ['minimum', 'version'];
  const versions: Record<string, number> = { [first as string]: to };
  to += drawn.isOneWord ? 4 : 8 + next();
  versions[second as string] = to;
  to = Math.ceil((to + 4) / 8) * 8 + next();
  const [fields, subsections] = [to, to + 8 + 8 * drawn.subsectionsGap];
  const member = (name: string): number => field[name] ?? Number.NaN;
  const [get = 1, put = 2] = drawn.functions;
  return {
    description: {
      version: versions.version ?? Number.NaN,
      minimum: versions.minimum ?? Number.NaN,
      ...{ fields, subsections },
    },
    field: {
      stride: at,
      ...{ offset: member('offset'), size: member('size'), count: member('count') },
      ...{ countOffset: member('countOffset'), sizeOffset: member('sizeOffset'), info: member('info') },
      ...{ flags: member('flags'), description: member('description'), version: member('version') },
      ...{ structVersion: member('structVersion'), exists: member('exists') },
    },
    end: drawn.end,
    descriptionSize: subsections + 8,
    functions: [get, put],
    hasSizes: drawn.hasSizes,
  };
}
