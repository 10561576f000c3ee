import { decodeElfSymbol } from '../../generated/elf.js';
import type { Image } from './image.js';
import type { Memory } from './memory.js';

const SYMBOL_SIZE = 24;
/** Longest name that is read. */
const LONGEST_NAME = 255;
/** Tags of the dynamic section. Source: System V gABI, chapter 5, Dynamic Section. */
const TAG = { names: 5n, symbols: 6n };

/** A symbol of an image. */
export interface ImageSymbol {
  readonly name: string;
  /** Where it is; `undefined` where another image has it. */
  readonly address: number | undefined;
}

/** A symbol by its number; `undefined` where there is none. */
export function symbolAt({ base, tags }: Image, index: number, memory: Memory): ImageSymbol | undefined {
  const [symbols, names] = [tags.get(TAG.symbols), tags.get(TAG.names)];
  if (symbols === undefined || names === undefined) return undefined;
  const entry = memory.bytesAt(base + Number(symbols) + SYMBOL_SIZE * index, SYMBOL_SIZE);
  if (entry === undefined) return undefined;
  const { name, section, value } = decodeElfSymbol(entry);
  return {
    name: nameAt(base + Number(names) + name, memory),
    address: section === 0 ? undefined : base + value,
  };
}

/**
 * What an image has for others, by name. How many symbols there are is said nowhere but in hash tables; linkers put the
 * names right behind them.
 */
export function exportsOf(image: Image, memory: Memory): ReadonlyMap<string, number> {
  const [symbols = 0n, names = 0n] = [image.tags.get(TAG.symbols), image.tags.get(TAG.names)];
  const count = Math.max(0, Math.floor(Number(names - symbols) / SYMBOL_SIZE));
  const found = new Map<string, number>();
  for (let index = 1; index < count; index++) {
    const symbol = symbolAt(image, index, memory);
    if (symbol === undefined) break;
    if (symbol.address !== undefined) found.set(symbol.name, symbol.address);
  }
  return found;
}

function nameAt(address: number, memory: Memory): string {
  const segment = memory.segmentAt(address);
  if (segment === undefined) return '';
  const start = address - segment.address;
  const bytes = segment.bytes.subarray(start, start + LONGEST_NAME);
  const end = bytes.indexOf(0);
  return String.fromCharCode(...(end < 0 ? bytes : bytes.subarray(0, end)));
}
