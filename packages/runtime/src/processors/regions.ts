import { settleAttempts } from '../attempts/pay-for-attempt.js';
import { atOffset } from '../errors/at-offset.js';
import { trailingBytes } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { noteReach } from '../input/note-reach.js';
import type { Output } from '../output/output.js';
import { confirmDecisions, createOutput } from '../output/output.js';

/**
 * Reads the content of a region from bytes that were made of it, all of which must be read. Errors tell where in the
 * input: `start` is where the region begins there.
 */
export function readRegion<T>(
  input: Input,
  bytes: Uint8Array,
  start: number,
  path: string,
  read: (input: Input) => T,
): T {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  settleAttempts(input); // what is owed is on these bytes
  const region: Input = { ...input, owedAttempts: [], bytes, view, offset: 0, end: bytes.length };
  try {
    const value = read(region);
    const left = bytes.length - region.offset;
    if (left !== 0) throw trailingBytes(region.offset, path, 'the end of the region', left);
    settleAttempts(region);
    // what the region has used up of the budgets is used up
    input.elements = region.elements;
    input.scans = region.scans;
    input.emptyElements = region.emptyElements;
    return value;
  } catch (error) {
    noteReach(input, start + bytes.length); // all of it has been changed before anything was read
    throw atOffset(error, start);
  }
}

/** Whether the content of a region parses to its end; `match` gives the end, or -1. */
export function matchRegion(
  bytes: Uint8Array,
  match: (bytes: Uint8Array, view: DataView, end: number) => number,
): boolean {
  return (
    match(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.length) ===
    bytes.length
  );
}

/**
 * Writes the content of a region, which begins at `start` and takes what is left, by itself, decisions confirmed: its
 * bytes are changed before anybody reads them.
 */
export function writeRegion(output: Output, start: number, write: (output: Output) => void): Uint8Array {
  try {
    const region = createOutput(output.end - start, -1, output);
    region.emptyElements = output.emptyElements;
    region.scans = output.scans;
    write(region);
    output.emptyElements = region.emptyElements;
    const confirmed = confirmDecisions(region, write);
    settleAttempts(confirmed); // what is owed is on these bytes
    output.scans = confirmed.scans;
    return region.bytes;
  } catch (error) {
    throw atOffset(error, start);
  }
}
