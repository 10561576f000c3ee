import { isDecodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { nearMisses } from '../damage/near-misses.js';
import { randomBytes } from '../damaged.js';
import { mutationTargets } from '../mutation-targets.js';
import { attempt, describeError, offsetOf } from './attempt.js';
import type { Breach } from './breach.js';
import type { Law } from './law.js';
import { forEachOf, makeLaw, trial } from './law.js';
import type { Subject } from './subject.js';

/** Law 4: for any bytes, decode returns a value or throws a `DecodeError` that says what is wrong, and where. */
export function errorsAreOurs(subject: Subject): Law {
  const { codec, acceptable, broken, encodings, ir, samples } = subject;

  const test = (bytes: Uint8Array): Breach | undefined => {
    const input = bytes.slice();
    const result = attempt(() => codec.decode(input));
    if (input.some((byte, offset) => byte !== bytes[offset]))
      return { problem: 'decode changes its input', bytes };
    if ('value' in result) return undefined;
    const problem = faultOf(result.error, bytes.length);
    return problem === undefined ? undefined : { problem, bytes, offset: offsetOf(result.error) };
  };

  return makeLaw(
    subject,
    4,
    'any bytes give a value or a DecodeError with code, offset, path, expected and found',
    trial({ inputs: fc.oneof(broken, randomBytes, acceptable), examples: samples, test }),
    trial({ inputs: mutationTargets(encodings), test: forEachOf((target) => nearMisses(ir, target), test) }),
  );
}

function faultOf(error: unknown, length: number): string | undefined {
  if (!isDecodeError(error)) return `decode throws ${describeError(error)}`;
  const { code, offset, path, expected, found } = error;
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    return `the error's offset ${String(offset)} is not within the input: ${describeError(error)}`;
  }
  if (typeof path !== 'string') return `the error has no path: ${describeError(error)}`;
  const empty = Object.entries({ code, expected, found }).find(
    ([, text]) => typeof text !== 'string' || text === '',
  );
  return empty === undefined ? undefined : `the error does not say ${empty[0]}: ${describeError(error)}`;
}
