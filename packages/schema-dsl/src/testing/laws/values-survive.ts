import { difference, firstDifference } from '../difference.js';
import { attempt, describeError, offsetOf } from './attempt.js';
import type { Breach } from './breach.js';
import type { Law } from './law.js';
import { makeLaw, trial } from './law.js';
import type { Subject } from './subject.js';

/** Law 1: a value survives a round trip, and its encoding has the announced size. */
export function valuesSurvive(subject: Subject): Law {
  const { codec, interpreter, values } = subject;

  const test = (value: unknown): Breach | undefined => {
    const encoded = attempt(() => codec.encode(value));
    if ('error' in encoded) {
      return {
        problem: `encode refuses a valid value: ${describeError(encoded.error)}`,
        value,
        bytes: interpreter.encode(value),
        offset: offsetOf(encoded.error),
      };
    }
    const bytes = encoded.value;
    if (Object.getPrototypeOf(bytes) !== Uint8Array.prototype)
      return { problem: 'encode does not return a plain Uint8Array', value };
    const size = attempt(() => codec.sizeOf(value));
    if ('error' in size)
      return { problem: `sizeOf refuses a valid value: ${describeError(size.error)}`, value, bytes };
    if (size.value !== bytes.length) {
      return { problem: `sizeOf says ${size.value} bytes, but encode writes ${bytes.length}`, value, bytes };
    }
    const decoded = attempt(() => codec.decode(bytes));
    if ('error' in decoded)
      return {
        problem: `decode refuses what encode wrote: ${describeError(decoded.error)}`,
        value,
        bytes,
        offset: offsetOf(decoded.error),
      };
    const changed = firstDifference(decoded.value, value);
    if (changed === undefined) return undefined;
    const problem = `decode returns a different value: ${difference(decoded.value, value) ?? ''}`;
    return { problem, value, bytes, path: changed.path };
  };

  return makeLaw(
    subject,
    1,
    'decode(encode(value)) equals value, and encode(value) has sizeOf(value) bytes',
    trial({ inputs: values, test }),
  );
}
