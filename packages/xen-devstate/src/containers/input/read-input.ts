import { open } from 'node:fs/promises';
import type { DecodeError } from '@bytewright/runtime';
import { BoundedBuffer } from './bounded-buffer.js';
import type { InflatedInput } from './inflate.js';
import { inflate } from './inflate.js';
import { DEFAULT_SIZE_LIMIT, tooLarge } from './size-limit.js';

/** How an input is read. */
export interface ReadInputOptions {
  /** Most bytes of the input, and most bytes that it may inflate to; 256 MiB unless given. */
  readonly limit?: number;
}

/** Read at a time. */
const CHUNK = 2 ** 20;

/**
 * Reads a file, or a stream, and inflates it if it is gzip'd.
 *
 * An input above the limit is not read whole: a file is refused by its size, anything else as soon as more than
 * the limit has come. That, and damaged gzip data, is in `error` beside the bytes.
 *
 * @throws the error of the file system where the source cannot be read
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
    // Devices and pipes have no size that says anything: those are counted as they come.
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
