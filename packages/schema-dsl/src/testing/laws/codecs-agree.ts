import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import { nearMisses } from '../damage/near-misses.js';
import { randomBytes } from '../damaged.js';
import { difference, firstDifference } from '../difference.js';
import { mutationTargets } from '../mutation-targets.js';
import type { Alternative } from './attempt.js';
import { attempt, describeError, offsetOf } from './attempt.js';
import type { Breach } from './breach.js';
import type { InapplicableLaw, Law } from './law.js';
import { forEachOf, inapplicable, makeLaw, trial } from './law.js';
import type { Subject } from './subject.js';
import { wrongVersions } from './wrong/wrong-values.js';

const TITLE = 'the codec and the interpreter agree on values, bytes and errors';

/**
 * Law 5: the codec does the same as the interpreter: the same values, bytes and errors. Only if a codec is given.
 */
export function codecsAgree(subject: Subject): Law | InapplicableLaw {
  const { codec, interpreter, acceptable, broken, candidates, encodings, ir, samples, values } = subject;
  if (codec === interpreter)
    return inapplicable(5, TITLE, 'no codec was given, and the interpreter agrees with itself');

  const testBytes = (bytes: Uint8Array): Breach | undefined => {
    const found = disagreement(
      'decode',
      attempt(() => codec.decode(bytes.slice())),
      attempt(() => interpreter.decode(bytes)),
    );
    return found && { ...found, bytes };
  };

  const testValue = (value: unknown): Breach | undefined => {
    const sizes = disagreement(
      'sizeOf',
      attempt(() => codec.sizeOf(value)),
      attempt(() => interpreter.sizeOf(value)),
    );
    if (sizes !== undefined) return { ...sizes, value };
    const [written, bytes] = [attempt(() => codec.encode(value)), attempt(() => interpreter.encode(value))];
    const found = disagreement('encode', written, bytes);
    if (found === undefined) return undefined;
    if ('error' in bytes) return { ...found, value };
    const other = 'value' in written && written.value instanceof Uint8Array ? { written: written.value } : {};
    const offset = typeof found.path?.[0] === 'number' ? found.path[0] : found.offset;
    return { problem: found.problem, value, bytes: bytes.value, ...other, offset };
  };

  return makeLaw(
    subject,
    5,
    TITLE,
    trial({
      inputs: fc.oneof(acceptable, broken, randomBytes),
      examples: samples,
      test: testBytes,
    }),
    trial({
      inputs: mutationTargets(encodings),
      test: forEachOf((target) => nearMisses(ir, target), testBytes),
    }),
    trial({ inputs: candidates, test: testValue }),
    trial({
      inputs: mutationTargets(values),
      test: forEachOf(
        (target) => wrongVersions(ir, target),
        ({ value }) => testValue(value),
      ),
    }),
  );
}

function disagreement(
  call: string,
  ours: Alternative<unknown>,
  theirs: Alternative<unknown>,
): Breach | undefined {
  if ('value' in ours) {
    if ('error' in theirs) {
      const why = describeError(theirs.error);
      const problem = `${call}: the codec succeeds, but the interpreter refuses: ${why}`;
      return { problem, offset: offsetOf(theirs.error) };
    }
    const changed = firstDifference(ours.value, theirs.value);
    if (changed === undefined) return undefined;
    const how = difference(ours.value, theirs.value) ?? '';
    return { problem: `${call}: the results differ: ${how}`, path: changed.path };
  }
  if ('value' in theirs) {
    const problem = `${call}: the interpreter succeeds, but the codec refuses: ${describeError(ours.error)}`;
    return { problem, offset: offsetOf(ours.error) };
  }
  const [a, b] = [placeOf(ours.error), placeOf(theirs.error)];
  if (a !== undefined && a === b) return undefined;
  const [codec, interpreter] = [describeError(ours.error), describeError(theirs.error)];
  const problem = `${call}: the errors differ\n  codec:       ${codec}\n  interpreter: ${interpreter}`;
  return { problem, offset: offsetOf(theirs.error) };
}

/** What must be the same in two errors; the wording may differ. */
function placeOf(error: unknown): string | undefined {
  if (!isDecodeError(error) && !isEncodeError(error)) return undefined;
  return `${error.name} ${error.code} ${String(error.offset)} ${error.path}`;
}
