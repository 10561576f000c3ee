import { decodeElfPackedRelocations, decodeElfRelocations } from '../../generated/elf.js';
import { ImportError } from '../import-error.js';
import type { Image } from './image.js';
import type { Memory } from './memory.js';
import { symbolAt } from './symbols.js';

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

const WORD = 8;
const RELOCATION_SIZE = 24;
/** More than any program has by far: QEMU for x86 has some 120,000. Packed ones are a bit each, so a small file could have very many. */
const MOST_RELOCATIONS = 2 ** 22;

/** Tags of the dynamic section. Source: System V gABI, chapter 5, Dynamic Section. */
const TAG = { rela: 7n, relaSize: 8n, relrSize: 35n, relr: 36n };

/**
 * Where the loader writes pointers, and where they lead: address of the pointer to address.
 *
 * @param resolve where other images have what this one imports, by name
 * @throws ImportError for a machine of unknown relocations
 * @throws DecodeError where a table is cut short
 */
export function loadRelocations(
  image: Image,
  memory: Memory,
  resolve: (name: string) => number | undefined,
): ReadonlyMap<number, number> {
  const { base, machine, tags } = image;
  const types = MACHINES.get(machine);
  if (types === undefined)
    throw new ImportError(`a program for machine ${machine}; its relocations are not known`);
  const table = (start: bigint, size: bigint): Uint8Array => {
    const [address, length] = [tags.get(start), tags.get(size)];
    if (address === undefined || length === undefined) return new Uint8Array(0);
    const bytes = memory.bytesAt(base + Number(address), Number(length));
    if (bytes !== undefined) return bytes;
    throw new ImportError(`a table of relocations at 0x${address.toString(16)} that is not in the file`);
  };
  const pointers = new Map<number, number>();
  const relocations = table(TAG.rela, TAG.relaSize);
  let left = MOST_RELOCATIONS - relocations.length / RELOCATION_SIZE;
  if (left < 0) throw tooMany();
  for (const { address, type, symbol, addend } of decodeElfRelocations(relocations).relocations) {
    if (type === types.relative) pointers.set(base + address, base + addend);
    else if (types.symbolic.has(type)) {
      const found = symbolAt(image, symbol, memory);
      const target = found && (found.address ?? resolve(found.name)); // what no image has is in some library
      if (target !== undefined) pointers.set(base + address, target + addend);
    }
  }
  for (const address of unpack(decodeElfPackedRelocations(table(TAG.relr, TAG.relrSize)).words)) {
    if (--left < 0) throw tooMany();
    const target = memory.wordAt(base + address);
    if (target !== undefined) pointers.set(base + address, base + Number(target));
  }
  return pointers;
}

function tooMany(): ImportError {
  return new ImportError(`more than ${MOST_RELOCATIONS} relocations, which no QEMU has`);
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
