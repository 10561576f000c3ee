import { readFileSync } from 'node:fs';
import { isDecodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import { Program } from '../../src/import/elf/program.js';
import { ImportError } from '../../src/import/import-error.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';
import type { StateDescription } from '../../src/import/tables/state-description.js';

const programOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/programs/tables-${name}.elf`, import.meta.url)));

const descriptionsOf = (file: Uint8Array): readonly StateDescription[] => {
  const program = Program.open(file);
  return readDescriptions(program, calibrate(program).layout);
};

const named = (all: readonly StateDescription[], name: string): StateDescription | undefined =>
  all.find((description) => description.name === name);

/** Where the members lie in the four layouts: the C compiler's word, from tables.c. */
const LAYOUTS = {
  '5.2': {
    description: { version: 12, minimum: 16, fields: 88, subsections: 96 },
    stride: 104,
    end: 0,
  },
  '7.2': {
    description: { version: 12, minimum: 16, fields: 72, subsections: 80 },
    stride: 104,
    end: 0,
  },
  '10.0': {
    description: { version: 12, minimum: 16, fields: 72, subsections: 80 },
    stride: 104,
    end: 0x10000,
  },
  '11.1-packed': {
    description: { version: 12, minimum: 16, fields: 96, subsections: 104 },
    stride: 96,
    end: 0x20000,
  },
} as const;

describe.each(Object.entries(LAYOUTS))(
  'a program laid out as QEMU %s',
  (name, { description, stride, end }) => {
    test('shows where members lie', () => {
      const { layout } = calibrate(Program.open(programOf(name)));
      expect(layout).toMatchObject({ description, field: { stride }, end });
    });

    test('gives its descriptions whole', () => {
      const all = descriptionsOf(programOf(name));
      const nested = { name: 'toaster slot', version: 1, minimum: 1, subsections: [] };
      expect(named(all, 'toaster')).toMatchObject({
        version: 7,
        minimum: 5,
        fields: [
          {
            name: 'parent_obj',
            content: { kind: 'struct', description: { name: 'PCIDevice' } },
            count: undefined,
          },
          { name: 'slots', content: { type: 'uint8', size: { kind: 'fixed', value: 1 } }, since: 0 },
          {
            name: 'slot',
            content: { kind: 'struct', description: nested, version: undefined },
            count: { kind: 'field', index: 1, times: 1 },
          },
          { name: 'lever', content: { type: 'uint8' }, since: 6, count: { kind: 'unknown' } },
          { name: 'picture', content: { type: 'buffer', size: { kind: 'field', index: 1, times: 3 } } },
          { name: 'tmp', content: { type: 'tmp' } },
        ],
        subsections: [{ name: 'toaster/crumbs', version: 4, minimum: 1, fields: [] }],
      });
      expect(named(all, 'PCIDevice')?.fields.map(({ hasPredicate }) => hasPredicate)).toEqual([
        false,
        true,
        true,
        false,
      ]);
      expect(named(all, 'ipmi-interface')?.fields).toMatchObject([
        { content: { version: 1 }, hasPredicate: true },
        { content: { version: 2 }, since: 2 },
      ]);
    });

    test('and nothing else: what only looks like a description is none', () => {
      const names = descriptionsOf(programOf(name)).map((one) => one.name);
      expect(names.sort()).toEqual(
        [
          'PCIBUS',
          'PCIDevice',
          'configuration',
          'configuration/target-page-bits',
          'dma',
          'dma_regs',
          'fw_cfg',
          'fw_cfg/dma',
          'ioapic',
          'ipmi-interface',
          'ipmi-interface-kcs',
          'kettle',
          'kettle element',
          'kettle/lid',
          'mc146818rtc',
          'mc146818rtc/irq_reinject_on_ack_count',
          'timer',
          'timer/icount',
          'toaster',
          'toaster slot',
          'toaster/crumbs',
        ].sort(),
      );
    });
  },
);

describe('what is not a program to import from', () => {
  test('every file that is cut short is refused, by an error of ours', () => {
    const file = programOf('7.2');
    const segmentsEnd = 18_000; // what follows, section headers among it, is not looked at
    for (let length = 0; length < segmentsEnd; length += 97) {
      let error: unknown;
      try {
        descriptionsOf(file.slice(0, length));
      } catch (thrown) {
        error = thrown;
      }
      expect(isDecodeError(error) || error instanceof ImportError, `${length} bytes: ${String(error)}`).toBe(
        true,
      );
    }
  });

  test('damage anywhere gives descriptions or an error of ours', () => {
    const file = programOf('11.1-packed');
    for (let at = 0; at < file.length; at += budget({ everyDay: 61, deep: 7 })) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      try {
        descriptionsOf(damaged);
      } catch (error) {
        if (!isDecodeError(error) && !(error instanceof ImportError)) throw error;
      }
    }
  });

  test('a program without such tables says so', () => {
    const text = Buffer.from(programOf('7.2')).toString('latin1');
    // names that only types of device state have
    const without = ['timer', 'unused_buffer', 'buffer', 'tmp', 'int32 equal', 'int32 le'].reduce(
      (all, name) => all.replaceAll(`${name}\0`, `${name.replace(/^./, 'X')}\0`),
      text,
    );
    expect(() => descriptionsOf(new Uint8Array(Buffer.from(without, 'latin1')))).toThrow(
      '0 fields of device state, too few to go by: is this a QEMU system emulator?',
    );
  });
});
