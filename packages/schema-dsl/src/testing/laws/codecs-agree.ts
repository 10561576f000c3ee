import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { randomBytes } from '../damaged.js';
import { difference } from '../difference.js';
import type { Attempt } from './attempt.js';
import { attempt, describeError } from './attempt.js';
import type { Breach, Law, Subject } from './law.js';
import { makeLaw, trial } from './law.js';
import type { Victim } from './wrong/wrong-values.js';
import { victims, wrongVersions } from './wrong/wrong-values.js';

/** Law 5: the codec does what the interpreter does: the same values, bytes and errors. For given codecs only. */
export function codecsAgree(subject: Subject): Law | undefined {
  const { codec, interpreter, acceptable, broken, candidates, ir, samples, values } = subject;
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

  const testWrong = (victim: Victim): Breach | undefined => {
    for (const { value } of wrongVersions(ir, victim)) {
      const breach = testValue(value);
      if (breach !== undefined) return breach;
    }
    return undefined;
  };

  return makeLaw(
    subject,
    5,
    'the codec and the interpreter agree on values, bytes and errors',
    trial({
      inputs: fc.oneof(acceptable, broken, randomBytes),
      examples: [new Uint8Array(0), ...samples],
      test: testBytes,
    }),
    trial({ inputs: candidates, test: testValue }),
    trial({ inputs: victims(values), test: testWrong }),
  );
}

function disagreement(call: string, ours: Attempt<unknown>, theirs: Attempt<unknown>): string | undefined {
  if ('value' in ours && 'value' in theirs) {
    const changed = difference(ours.value, theirs.value);
    return changed && `${call}: the codec gives what the interpreter does not: ${changed}`;
  }
  if ('value' in ours && 'error' in theirs)
    return `${call}: the codec succeeds, but the interpreter refuses: ${describeError(theirs.error)}`;
  if ('error' in ours && 'value' in theirs)
    return `${call}: the interpreter succeeds, but the codec refuses: ${describeError(ours.error)}`;
  if (!('error' in ours && 'error' in theirs)) return undefined;
  const [a, b] = [placeOf(ours.error), placeOf(theirs.error)];
  if (a !== undefined && a === b) return undefined;
  return `${call}: the errors differ\n  codec:       ${describeError(ours.error)}\n  interpreter: ${describeError(theirs.error)}`;
}

/** What must be the same in two errors; the wording may differ. */
function placeOf(error: unknown): string | undefined {
  if (!isDecodeError(error) && !isEncodeError(error)) return undefined;
  return `${error.name} ${error.code} ${String(error.offset)} ${error.path}`;
}
