import { hexByte } from '@bytewright/runtime/codec';
import * as fc from 'fast-check';
import { nearMisses } from '../damage/near-misses.js';
import { mutationTargets } from '../mutation-targets.js';
import { attempt, describeError, offsetOf } from './attempt.js';
import type { Breach } from './breach.js';
import type { Law } from './law.js';
import { forEachOf, makeLaw, trial } from './law.js';
import type { Subject } from './subject.js';

/** Law 2: accepted bytes round-trip exactly. Nothing is normalised. */
export function bytesSurvive(subject: Subject): Law {
  const { codec, acceptable, broken, encodings, ir, samples } = subject;

  const test = (bytes: Uint8Array): Breach | undefined => {
    const input = bytes.slice();
    const decoded = attempt(() => codec.decode(input));
    // laws 1 and 5 check whether it should have been accepted
    if ('error' in decoded) return undefined;
    const { value } = decoded;
    // the rest must depend on the value alone: a value that shares memory with its input changes here
    for (const [offset, byte] of input.entries()) input[offset] = ~byte;
    const encoded = attempt(() => codec.encode(value));
    if ('error' in encoded) {
      const problem = `decode accepts, but encode refuses: ${describeError(encoded.error)}`;
      return { problem, value, bytes, offset: offsetOf(encoded.error) };
    }
    const offset = firstDifference(encoded.value, bytes);
    if (offset === undefined) return undefined;
    const [found, expected] = [hex(encoded.value[offset]), hex(bytes[offset])];
    return {
      problem: `encode writes other bytes: at offset ${offset} ${found} instead of ${expected}`,
      value,
      bytes,
      written: encoded.value,
      offset,
    };
  };

  return makeLaw(
    subject,
    2,
    'encode(decode(bytes)) equals bytes, for all bytes that decode accepts',
    trial({ inputs: fc.oneof(acceptable, broken), examples: samples, test }),
    trial({ inputs: mutationTargets(encodings), test: forEachOf((target) => nearMisses(ir, target), test) }),
  );
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) return i;
  return undefined;
}

function hex(byte: number | undefined): string {
  return byte === undefined ? 'the end' : hexByte(byte);
}
