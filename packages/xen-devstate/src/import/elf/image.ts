import { decodeElfDynamicSection, decodeElfHeader, decodeElfProgramHeaders } from '../../generated/elf.js';
import { ImportError } from '../import-error.js';
import type { Segment } from './memory.js';

const HEADER_SIZE = 64;
const PROGRAM_HEADER_SIZE = 56;
/** Types of program headers. Source: System V gABI, chapter 5, Program Header. */
const LOADED = 1;
const DYNAMIC = 2;

/** A file as the loader sees it: what it puts where, and its dynamic section. */
export interface Image {
  /** What is added to all addresses that the file says. */
  readonly base: number;
  readonly machine: number;
  readonly segments: readonly Segment[];
  /** The dynamic section: the first value of each tag. */
  readonly tags: ReadonlyMap<bigint, bigint>;
}

/**
 * The image of an executable or a shared object in the ELF format, of 64 bits and little-endian.
 *
 * @throws DecodeError where the file is none, or is cut short
 * @throws ImportError where its headers speak of bytes that it does not have
 */
export function openImage(file: Uint8Array, base: number): Image {
  const header = decodeElfHeader(file.subarray(0, HEADER_SIZE));
  const headersEnd = header.programHeadersOffset + header.programHeaderCount * PROGRAM_HEADER_SIZE;
  if (headersEnd > file.length)
    throw new ImportError(`program headers up to byte ${headersEnd} of a file of ${file.length} bytes`);
  const { headers } = decodeElfProgramHeaders(file.subarray(header.programHeadersOffset, headersEnd));
  const segments: Segment[] = [];
  const tags = new Map<bigint, bigint>();
  for (const { type, flags, fileOffset, fileSize, address, memorySize } of headers) {
    if (type !== LOADED && type !== DYNAMIC) continue;
    if (fileSize > file.length - fileOffset)
      throw new ImportError(
        `a segment of ${fileSize} bytes at ${fileOffset} of a file of ${file.length} bytes`,
      );
    const bytes = file.subarray(fileOffset, fileOffset + fileSize);
    if (type === LOADED)
      segments.push({ address: base + address, bytes, size: memorySize, isCode: (flags & 1) !== 0 });
    else if (tags.size > 0) throw new ImportError('two dynamic sections, where a program has one');
    else
      for (const { tag, value } of decodeElfDynamicSection(bytes).entries)
        if (!tags.has(tag)) tags.set(tag, value);
  }
  return { base, machine: header.machine, segments, tags };
}
