import { open } from 'node:fs/promises';
import type { DecodeError } from '@bytewright/runtime';
import { BoundedBuffer } from './bounded-buffer.js';
import type { InflatedInput } from './inflate.js';
import { inflate } from './inflate.js';
import { DEFAULT_SIZE_LIMIT, tooLarge } from './size-limit.js';

/** Options for reading an input. */
export interface ReadInputOptions {
  /** The maximum size of the input, before and after inflating; 256 MiB by default. */
  readonly limit?: number;
}

/** The number of bytes to read at a time. */
const CHUNK = 2 ** 20;

/**
 * Reads a file, or a stream, and inflates it if it is gzip'd.
 *
 * An input above the limit is not read in full: a file is refused by its size, anything else as soon as the limit is
 * exceeded. That error, or one for damaged gzip data, is returned in `error` with the bytes.
 *
 * @throws the error of the file system if the source cannot be read
 */
export async function readInput(
  source: string | AsyncIterable<Uint8Array>,
  options: ReadInputOptions = {},
): Promise<InflatedInput> {
  const { limit = DEFAULT_SIZE_LIMIT } = options;
  const { bytes, error } = await (typeof source === 'string'
    ? readFile(source, limit)
    : readAll(source, limit));
  return error === undefined ? inflate(bytes, limit) : { bytes, gzip: false, members: 0, error };
}

interface RawInput {
  readonly bytes: Uint8Array;
  readonly error: DecodeError | undefined;
}

async function readFile(path: string, limit: number): Promise<RawInput> {
  const handle = await open(path);
  try {
    // Devices and pipes have no meaningful size: their bytes are counted as they arrive.
    const stats = await handle.stat();
    if (stats.isFile() && stats.size > limit) return refused(limit, stats.size);
    return await readAll(handle.createReadStream({ autoClose: false, highWaterMark: CHUNK }), limit);
  } finally {
    await handle.close();
  }
}

async function readAll(source: AsyncIterable<Uint8Array>, limit: number): Promise<RawInput> {
  const buffer = new BoundedBuffer(limit);
  for await (const chunk of source) {
    buffer.add(chunk);
    if (buffer.isOverflowing) return refused(limit, undefined);
  }
  return { bytes: buffer.take(), error: undefined };
}

function refused(limit: number, size: number | undefined): RawInput {
  return { bytes: new Uint8Array(0), error: tooLarge(limit, size) };
}
