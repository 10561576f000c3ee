import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Program } from '../../src/import/elf/program.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';
import type { StateDescription } from '../../src/import/tables/state-description.js';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/programs/${name}`, import.meta.url)));

function descriptionsOf(...modules: readonly Uint8Array[]): readonly StateDescription[] {
  const program = Program.open(fixture('tables-7.2.elf'), modules);
  return readDescriptions(program, calibrate(program).layout);
}

const named = (all: readonly StateDescription[], name: string): readonly StateDescription[] =>
  all.filter((one) => one.name === name);

// what is in it: fixtures/programs/module.c
test('a module has its devices, with the parts that the program has', () => {
  const alone = descriptionsOf();
  const all = descriptionsOf(fixture('module-7.2.so'));
  expect(named(alone, 'toaster oven')).toEqual([]);
  const [toaster] = named(all, 'toaster');
  expect(named(all, 'toaster oven')).toMatchObject([
    {
      version: 2,
      minimum: 2,
      fields: [
        { name: 'toaster', content: { kind: 'struct', version: undefined }, count: undefined },
        { name: 'degrees', content: { kind: 'value', type: 'uint32', size: { kind: 'fixed', value: 4 } } },
      ],
      subsections: [],
    },
  ]);
  expect(named(all, 'toaster oven')[0]?.fields[0]?.content.description).toBe(toaster);
  expect(all).toHaveLength(alone.length + 1);
});

test('the same module twice is two, far from one another', () => {
  const module = fixture('module-7.2.so');
  const [one, other] = named(descriptionsOf(module, module), 'toaster oven');
  expect(other?.address).toBe((one?.address ?? 0) + 2 ** 44);
});

test('a module without its program has a pointer to nothing, and no device', () => {
  const { layout } = calibrate(Program.open(fixture('tables-7.2.elf')));
  const program = Program.open(fixture('module-7.2.so'));
  expect(readDescriptions(program, layout)).toEqual([]);
});

test('so has a module whose program lacks what it imports', () => {
  const text = Buffer.from(fixture('module-7.2.so')).toString('latin1').replace('toaster\0', 'boaster\0');
  const all = descriptionsOf(new Uint8Array(Buffer.from(text, 'latin1')));
  expect(named(all, 'toaster oven')).toEqual([]);
});
