import type { RamPiece } from '../generated/containers/ram.js';
import { readMappedBlock, readRamBlock, readRamPiece } from '../generated/containers/ram.js';
import type { Cursor } from './cursor.js';

/** The parameters that determine the size of a piece of memory. */
export interface RamFormat {
  /** The size of a page. */
  readonly pageSize: number;
  /** The capabilities in the configuration section, which the reader must have too. */
  readonly capabilities: readonly string[];
}

/**
 * Skips the payload of a `ram` section, piece by piece, including the piece that ends it. Pages are not read.
 *
 * Supports plain, filled and compressed pages, differences (XBZRLE), and lists of blocks, including `x-ignore-shared` and
 * `mapped-ram`.
 *
 * Source: QEMU migration/ram.c, `ram_load_precopy`.
 *
 * @throws DecodeError for damage, and for anything that cannot be skipped: RDMA, and pages of streams from before 2009
 */
export function walkRam(cursor: Cursor, { pageSize, capabilities }: RamFormat, path: string): void {
  for (let index = 0; ; index++) {
    const start = cursor.offset;
    const piecePath = `${path}.pieces[${index}]`;
    const piece = cursor.read(readRamPiece, piecePath);
    const size = sizeOfPage(piece, pageSize);
    if (size === undefined)
      throw cursor.failure(
        'unknown-tag',
        `${piecePath}.word`,
        'a page, a list of blocks, or the end',
        'other flags',
        start,
      );
    if (piece.word.sizes) {
      const total = piece.word.kibibytes * 1024n;
      walkBlocks(cursor, total, capabilities, `${piecePath}.blocks`);
    }
    cursor.skip(size, `${piecePath}.data`);
    if (piece.word.end) return;
  }
}

/** The number of bytes after the header of a piece; `undefined` if its type is unknown or ambiguous. */
function sizeOfPage({ word, changed, compressed }: RamPiece, pageSize: number): number | undefined {
  if (word.full || word.hook) return undefined;
  const kinds = [word.page, word.filled, word.delta, word.zlib, word.sizes, word.end, word.multifdFlush];
  if (kinds.filter(Boolean).length !== 1) return undefined;
  return word.page ? pageSize : (changed?.length ?? compressed ?? 0);
}

/** Skips a list of blocks whose sizes add up to a total. */
function walkBlocks(cursor: Cursor, total: bigint, capabilities: readonly string[], path: string): void {
  let sum = 0n;
  for (let index = 0; sum < total; index++) {
    const start = cursor.offset;
    const block = `${path}[${index}]`;
    const { size } = cursor.read(readRamBlock, block);
    sum += size;
    if (size === 0n || sum > total)
      throw cursor.failure('mismatch', block, `sizes that add up to ${total}`, `${size} more`, start);
    if (capabilities.includes('x-ignore-shared')) cursor.skip(8, `${block}.address`);
    if (capabilities.includes('mapped-ram')) skipMappedBlock(cursor, size, block);
  }
}

/** Moves past the pages of a block, which are further on in the file; the list continues after them. */
function skipMappedBlock(cursor: Cursor, size: bigint, path: string): void {
  const { pagesOffset } = cursor.read(readMappedBlock, path);
  if (pagesOffset === 0) return;
  const end = BigInt(pagesOffset) + size;
  if (pagesOffset < cursor.offset)
    throw cursor.failure('overlap', `${path}.pagesOffset`, `at least ${cursor.offset}`, `${pagesOffset}`);
  if (end > BigInt(cursor.source.size))
    throw cursor.failure('unexpected-end', `${path}.pages`, `${size} bytes`, 'fewer', pagesOffset);
  cursor.offset = Number(end);
}
