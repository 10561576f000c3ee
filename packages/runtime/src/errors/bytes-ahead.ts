import { describe } from './describe.js';

/** What stands at a place, in a few bytes, for messages: `bytes 01 02`, or `the end`. */
export function bytesAhead(bytes: Uint8Array, from: number, end: number): string {
  return from < end ? describe(bytes.subarray(from, end)) : 'the end';
}
