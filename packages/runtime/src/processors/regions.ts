import { settleDeferredCharges } from '../backtracking/charge-backtracking.js';
import { atOffset } from '../errors/at-offset.js';
import { trailingBytes } from '../errors/failures.js';
import type { Input } from '../input/input.js';
import { noteReach } from '../input/note-reach.js';
import type { Decision, Output } from '../output/output.js';
import { createOutput } from '../output/output.js';

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
  settleDeferredCharges(input); // what is deferred is on these bytes
  const region: Input = { ...input, deferredCharges: [], bytes, view, offset: 0, end: bytes.length };
  try {
    const value = read(region);
    const left = bytes.length - region.offset;
    if (left !== 0) throw trailingBytes(region.offset, path, 'the end of the region', left);
    input.elements = region.elements;
    input.emptyElements = region.emptyElements;
    return value;
  } catch (error) {
    noteReach(input, start + bytes.length); // all of it has been changed before anything was read
    throw atOffset(error, start);
  } finally {
    // what the region has used up of the budgets is used up
    settleDeferredCharges(region);
    input.backtracking = region.backtracking;
    input.searchBudget = region.searchBudget;
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
 * Writes the content of a region, which begins at `start` and takes what is left, by itself: its bytes are changed before
 * anybody reads them. Its decisions are confirmed on the bytes as they are now, but with all others: in the order of
 * decoding, which pays for them out of the same budgets.
 */
export function writeRegion(output: Output, start: number, write: (output: Output) => void): Uint8Array {
  const { decisions } = output;
  const before = decisions.length;
  const region: Output = {
    ...createOutput(output.end - start, output.failing, output),
    decisions,
    emptyElements: output.emptyElements,
    doubt: output.doubt,
  };
  try {
    write(region);
  } catch (error) {
    throw atOffset(error, start);
  }
  output.emptyElements = region.emptyElements;
  for (let i = before; i < decisions.length; i++) {
    const decision = decisions[i];
    if (decision !== undefined) decisions[i] = inRegion(decision, region, start);
  }
  return region.bytes;
}

/** A decision of a region's as one of what the region lies in. */
function inRegion(decision: Decision, { bytes, view }: Output, start: number): Decision {
  return {
    offset: start + decision.offset,
    end: decision.end,
    restsOnWriter: decision.restsOnWriter ?? false,
    holds: (_bytes, _view, input, isWritten) => {
      settleDeferredCharges(input); // what is deferred is on those bytes
      const region: Input = { ...input, deferredCharges: [], bytes, view, offset: 0, end: decision.end };
      try {
        return decision.holds(bytes, view, region, isWritten);
      } finally {
        settleDeferredCharges(region);
        input.backtracking = region.backtracking;
        input.searchBudget = region.searchBudget;
      }
    },
  };
}
