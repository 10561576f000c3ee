import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { nearMisses } from '../damage/near-misses.js';
import { randomBytes } from '../damaged.js';
import { difference } from '../difference.js';
import { victims } from '../victims.js';
import type { Attempt } from './attempt.js';
import { attempt, describeError } from './attempt.js';
import type { Breach, Law, Subject } from './law.js';
import { forEachOf, makeLaw, trial } from './law.js';
import { wrongVersions } from './wrong/wrong-values.js';

/**
 * Law 5: the codec does what the interpreter does: the same values, bytes and errors. For given codecs only.
 */
export function codecsAgree(subject: Subject): Law | undefined {
  const { codec, interpreter, acceptable, broken, candidates, encodings, ir, samples, values } = subject;
  if (codec === interpreter) return undefined;

  const testBytes = (bytes: Uint8Array): Breach | undefined => {
    const problem = disagreement(
      'decode',
      attempt(() => codec.decode(bytes.slice())),
      attempt(() => interpreter.decode(bytes)),
    );
    return problem === undefined ? undefined : { problem, bytes };
  };

  const testValue = (value: unknown): Breach | undefined => {
    const problem =
      disagreement(
        'sizeOf',
        attempt(() => codec.sizeOf(value)),
        attempt(() => interpreter.sizeOf(value)),
      ) ??
      disagreement(
        'encode',
        attempt(() => codec.encode(value)),
        attempt(() => interpreter.encode(value)),
      );
    return problem === undefined ? undefined : { problem, value };
  };

  return makeLaw(
    subject,
    5,
    'the codec and the interpreter agree on values, bytes and errors',
    trial({
      inputs: fc.oneof(acceptable, broken, randomBytes),
      examples: samples,
      test: testBytes,
    }),
    trial({ inputs: victims(encodings), test: forEachOf((victim) => nearMisses(ir, victim), testBytes) }),
    trial({ inputs: candidates, test: testValue }),
    trial({
      inputs: victims(values),
      test: forEachOf(
        (victim) => wrongVersions(ir, victim),
        ({ value }) => testValue(value),
      ),
    }),
  );
}

function disagreement(call: string, ours: Attempt<unknown>, theirs: Attempt<unknown>): string | undefined {
  if ('value' in ours) {
    if ('error' in theirs)
      return `${call}: the codec succeeds, but the interpreter refuses: ${describeError(theirs.error)}`;
    const changed = difference(ours.value, theirs.value);
    return changed && `${call}: the codec gives what the interpreter does not: ${changed}`;
  }
  if ('value' in theirs)
    return `${call}: the interpreter succeeds, but the codec refuses: ${describeError(ours.error)}`;
  const [a, b] = [placeOf(ours.error), placeOf(theirs.error)];
  if (a !== undefined && a === b) return undefined;
  const [codec, interpreter] = [describeError(ours.error), describeError(theirs.error)];
  return `${call}: the errors differ\n  codec:       ${codec}\n  interpreter: ${interpreter}`;
}

/** What must be the same in two errors; the wording may differ. */
function placeOf(error: unknown): string | undefined {
  if (!isDecodeError(error) && !isEncodeError(error)) return undefined;
  return `${error.name} ${error.code} ${String(error.offset)} ${error.path}`;
}
