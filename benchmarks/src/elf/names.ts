import type { Body, Elf, ProgramHeader, SectionHeader } from '../../../examples/elf/generated/elf.js';

type Named<Type> = Extract<Type, string>;

/** Names of numbers, and numbers of names. */
export interface Names<Name extends string> {
  nameOf(number: number): Name | number;
  numberOf(name: Name | number): number;
}

function names<Name extends string>(numbers: Readonly<Record<Name, number>>): Names<Name> {
  const named = new Map<number, Name>();
  for (const name of Object.keys(numbers) as Name[]) named.set(numbers[name], name);
  return {
    nameOf: (number) => named.get(number) ?? number,
    numberOf: (name) => (typeof name === 'number' ? name : numbers[name]),
  };
}

/** Of ABIs. */
export const ABIS = names<Named<Elf['abi']>>({ systemV: 0, gnu: 3, freeBsd: 9 });

/** Of types of files. */
export const TYPES = names<Named<Body['type']>>({
  none: 0,
  relocatable: 1,
  executable: 2,
  shared: 3,
  core: 4,
});

/** Of machines. */
export const MACHINES = names<Named<Body['machine']>>({
  i386: 3,
  powerpc64: 21,
  s390: 22,
  arm: 40,
  x86: 62,
  aarch64: 183,
  riscv: 243,
});

/** Of types of parts that are loaded. */
export const PARTS = names<Named<ProgramHeader['type']>>({
  unused: 0,
  load: 1,
  dynamic: 2,
  interpreter: 3,
  note: 4,
  headers: 6,
  threadLocal: 7,
  exceptionFrames: 0x6474e550,
  stack: 0x6474e551,
  readOnlyAfterRelocation: 0x6474e552,
  property: 0x6474e553,
});

/** Of types of sections. */
export const SECTIONS = names<Named<SectionHeader['type']>>({
  unused: 0,
  programData: 1,
  symbols: 2,
  strings: 3,
  relocationsWithAddends: 4,
  hash: 5,
  dynamic: 6,
  note: 7,
  noBytes: 8,
  relocations: 9,
  dynamicSymbols: 11,
});
