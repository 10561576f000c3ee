import { createGunzip } from 'node:zlib';
import { DecodeError } from '@bytewright/runtime';
import { BoundedBuffer } from './bounded-buffer.js';
import { countMembers } from './count-members.js';
import { DEFAULT_SIZE_LIMIT, tooLarge } from './size-limit.js';

const NOTHING = { bytes: new Uint8Array(0), members: 0 } as const;

/** The number of slices in which compressed data is passed to zlib, except for the smallest and largest inputs. */
const SLICES = 1024;

/** Inflated bytes, ready to be decoded. */
export interface InflatedInput {
  /** The inflated bytes, or the input itself; incomplete if `error` is set. */
  readonly bytes: Uint8Array;
  /** Whether the input was gzip'd. */
  readonly gzip: boolean;
  /** The number of gzip members that were inflated; 0 for other data. */
  readonly members: number;
  /** Why the bytes are incomplete: the gzip data is damaged, or the limit was exceeded (then `bytes` is empty). */
  readonly error: DecodeError | undefined;
}

/**
 * Inflates data that begins with the magic number of gzip (`1f 8b`), and returns anything else unchanged.
 *
 * Offsets in errors are those of the inflated bytes. Truncated or damaged data is inflated up to that point.
 *
 * @param limit - the maximum inflated size, 256 MiB by default; no more than this is ever held in memory
 * @example `await inflate(gzipSync(bytes))` is `{ bytes, gzip: true, members: 1, error: undefined }`
 */
export async function inflate(input: Uint8Array, limit: number = DEFAULT_SIZE_LIMIT): Promise<InflatedInput> {
  if (input.length > limit) return { ...NOTHING, gzip: isGzip(input), error: tooLarge(limit, input.length) };
  if (!isGzip(input)) return { bytes: input, gzip: false, members: 0, error: undefined };

  const slice = Math.min(Math.max(16, Math.ceil(input.length / SLICES)), 65_536);
  const output = new BoundedBuffer(limit);
  const gunzip = createGunzip();
  gunzip.on('data', (chunk: Uint8Array) => {
    output.add(chunk);
    if (output.isOverflowing) gunzip.destroy();
  });
  const problem = await new Promise<Error | undefined>((done) => {
    gunzip.on('error', done);
    gunzip.on('close', () => done(undefined));
    feed(0);

    // One slice after the other: an error loses only the output of the slice that caused it.
    function feed(from: number): void {
      const to = from + slice;
      if (from >= input.length) gunzip.end();
      else gunzip.write(input.subarray(from, to), (error) => error || feed(to));
    }
  });
  gunzip.destroy();
  if (output.isOverflowing) return { ...NOTHING, gzip: true, error: tooLarge(limit, undefined) };
  const members = problem === undefined ? countMembers(input, output.size) : 1;
  return { bytes: output.take(), gzip: true, members, error: problem && damaged(output.size, problem) };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function damaged(offset: number, problem: Error): DecodeError {
  const isShort = 'code' in problem && problem.code === 'Z_BUF_ERROR';
  return new DecodeError({
    code: isShort ? 'unexpected-end' : 'invalid-value',
    offset,
    path: '',
    expected: isShort ? 'more gzip data' : 'intact gzip data',
    found: isShort ? 'its end' : problem.message,
  });
}
