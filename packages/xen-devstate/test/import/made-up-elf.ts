/** A word that the loader makes a pointer of: its address, and where it leads. */
export type Pointer = readonly [address: number, target: number];

/** A program header: its type, and what of the file it puts where. */
export interface Header {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
  /** Bit 0: code. All of them if not given. */
  readonly flags?: number;
}

/** A program as its parts say, sound or not. */
export interface MadeUpElf {
  /** What lies behind all headers and tables, at the address that the function is given; it is code and data. */
  readonly content?: (address: number) => Uint8Array;
  readonly pointers?: (address: number) => readonly Pointer[];
  /** Packed relocations, word by word. */
  readonly packed?: readonly bigint[];
  /** More program headers. */
  readonly headers?: readonly Header[];
  /** Those of the whole file's segment: code and data if not given. */
  readonly flags?: number;
}

const LOADED = 1;
const DYNAMIC = 2;
const RELATIVE = 8; // R_X86_64_RELATIVE

/**
 * An ELF file for x86-64 whose one segment is the whole file, from address 0 on. Made here byte by byte, as no compiler
 * makes such files. Source: System V gABI, chapters 4 and 5.
 */
export function madeUpElf({
  content,
  pointers,
  packed = [],
  headers = [],
  flags = 7,
}: MadeUpElf): Uint8Array {
  const dynamicAt = 64 + 56 * (2 + headers.length);
  const tablesAt = dynamicAt + 16 * 5;
  const contentOf = (count: number): number => tablesAt + 24 * count + 8 * packed.length;
  const count = pointers?.(0).length ?? 0;
  const contentAt = contentOf(count);
  const bytes = content?.(contentAt) ?? new Uint8Array(0);
  const file = new Uint8Array(contentAt + bytes.length);
  const view = new DataView(file.buffer);
  const word = (at: number, value: number | bigint): void => view.setBigUint64(at, BigInt(value), true);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  view.setUint16(16, 3, true);
  view.setUint16(18, 62, true);
  view.setUint32(20, 1, true);
  word(32, 64);
  view.setUint16(52, 64, true);
  view.setUint16(54, 56, true);
  view.setUint16(56, 2 + headers.length, true);
  const all: readonly Header[] = [
    { type: LOADED, offset: 0, address: 0, size: file.length, flags },
    { type: DYNAMIC, offset: dynamicAt, address: dynamicAt, size: 16 * 5 },
    ...headers,
  ];
  for (const [i, { type, offset, address, size, flags: ofHeader = 7 }] of all.entries()) {
    const at = 64 + 56 * i;
    view.setUint32(at, type, true);
    view.setUint32(at + 4, ofHeader, true);
    for (const [k, value] of [offset, address, address, size, size, 8].entries()) word(at + 8 + 8 * k, value);
  }
  const tags = [
    [7, tablesAt],
    [8, 24 * count],
    [36, tablesAt + 24 * count],
    [35, 8 * packed.length],
    [0, 0],
  ] as const;
  for (const [i, [tag, value]] of tags.entries()) {
    word(dynamicAt + 16 * i, tag);
    word(dynamicAt + 16 * i + 8, value);
  }
  for (const [i, [address, target]] of (pointers?.(contentAt) ?? []).entries()) {
    word(tablesAt + 24 * i, address);
    word(tablesAt + 24 * i + 8, RELATIVE);
    word(tablesAt + 24 * i + 16, target);
  }
  for (const [i, one] of packed.entries()) word(tablesAt + 24 * count + 8 * i, one);
  file.set(bytes, contentAt);
  return file;
}
