import { decodeElfPackedRelocations, decodeElfRelocations, decodeElfSymbol } from '../../generated/elf.js';
import { ImportError } from '../import-error.js';
import type { Memory } from './memory.js';

/** Types of relocations that make a pointer. Source: the psABI of each machine, chapter Relocation. */
interface PointerRelocations {
  /** The program's own address and an addend. */
  readonly relative: number;
  /** A symbol's address and an addend. */
  readonly symbolic: ReadonlySet<number>;
}

const MACHINES: ReadonlyMap<number, PointerRelocations> = new Map([
  [62, { relative: 8, symbolic: new Set([1, 6]) }], // R_X86_64_RELATIVE, _64, _GLOB_DAT
  [183, { relative: 1027, symbolic: new Set([257, 1025]) }], // R_AARCH64_RELATIVE, _ABS64, _GLOB_DAT
]);

const SYMBOL_SIZE = 24;
const WORD = 8;

/** Tags of the dynamic section. Source: System V gABI, chapter 5, Dynamic Section. */
const TAG = { symbols: 6n, rela: 7n, relaSize: 8n, relrSize: 35n, relr: 36n };

/**
 * Where the loader writes pointers, and where they lead: address of the pointer to address.
 *
 * @param tags the dynamic section, by tag
 * @throws ImportError for a machine of unknown relocations
 * @throws DecodeError where a table is cut short
 */
export function loadRelocations(
  memory: Memory,
  machine: number,
  tags: ReadonlyMap<bigint, bigint>,
): ReadonlyMap<number, number> {
  const types = MACHINES.get(machine);
  if (types === undefined)
    throw new ImportError(`a program for machine ${machine}; its relocations are not known`);
  const table = (start: bigint, size: bigint): Uint8Array => {
    const [address, length] = [tags.get(start), tags.get(size)];
    if (address === undefined || length === undefined) return new Uint8Array(0);
    const bytes = memory.bytesAt(Number(address), Number(length));
    if (bytes !== undefined) return bytes;
    throw new ImportError(`a table of relocations at 0x${address.toString(16)} that is not in the file`);
  };
  const pointers = new Map<number, number>();
  const symbols = Number(tags.get(TAG.symbols) ?? 0n);
  for (const { address, type, symbol, addend } of decodeElfRelocations(table(TAG.rela, TAG.relaSize))
    .relocations) {
    if (type === types.relative) pointers.set(address, addend);
    else if (types.symbolic.has(type)) {
      const entry = memory.bytesAt(symbols + SYMBOL_SIZE * symbol, SYMBOL_SIZE);
      if (entry === undefined) continue;
      const { value, section } = decodeElfSymbol(entry);
      if (section !== 0) pointers.set(address, value + addend); // others are in some library
    }
  }
  for (const address of unpack(decodeElfPackedRelocations(table(TAG.relr, TAG.relrSize)).words)) {
    const target = memory.wordAt(address);
    if (target !== undefined) pointers.set(address, Number(target));
  }
  return pointers;
}

function* unpack(words: BigUint64Array): IterableIterator<number> {
  let next = 0;
  for (const word of words) {
    if ((word & 1n) === 0n) {
      yield Number(word);
      next = Number(word) + WORD;
      continue;
    }
    for (let bit = 1n; bit < 64n; bit++) {
      if ((word >> bit) & 1n) yield next + WORD * (Number(bit) - 1);
    }
    next += 63 * WORD;
  }
}
