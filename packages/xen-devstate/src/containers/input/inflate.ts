import { createGunzip } from 'node:zlib';
import { DecodeError } from '@bytewright/runtime';
import { BoundedBuffer } from './bounded-buffer.js';
import { countMembers } from './count-members.js';
import { DEFAULT_SIZE_LIMIT, tooLarge } from './size-limit.js';

const NOTHING = { bytes: new Uint8Array(0), members: 0 } as const;

/** Slices in which compressed data is given to zlib, but for the smallest and the largest inputs. */
const SLICES = 1024;

/** Bytes as they are to be decoded. */
export interface InflatedInput {
  /** What was inflated, or the input itself; as far as it goes where `error` is set. */
  readonly bytes: Uint8Array;
  /** Whether the input was gzip'd. */
  readonly gzip: boolean;
  /** Members of the gzip data, one behind the other, that were inflated; 0 for other data. */
  readonly members: number;
  /** Why there is no more: the gzip data is damaged, or the limit was reached (and `bytes` is then empty). */
  readonly error: DecodeError | undefined;
}

/**
 * Inflates what begins with the magic of gzip (`1f 8b`), and passes on everything else.
 *
 * Offsets in errors are those of the inflated bytes. Data that is cut short or damaged is inflated up to there.
 *
 * @param limit - most bytes to inflate to, 256 MiB unless given; no more than this is ever held
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

    // One slice after the other: an error takes with it only what the slice at fault was inflated to.
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
    expected: isShort ? 'more gzip data' : 'sound gzip data',
    found: isShort ? 'its end' : problem.message,
  });
}
