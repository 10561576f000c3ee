import type { DecodeErrorCode } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import * as fc from 'fast-check';
import type { Alternative } from './attempt.js';
import { attempt, describeError } from './attempt.js';
import type { Breach } from './breach.js';
import type { InapplicableLaw, Law } from './law.js';
import { inapplicable, makeLaw, trial } from './law.js';
import { delimitingOf } from './self-delimiting.js';
import type { Subject } from './subject.js';

const TITLE = 'trailing bytes and truncated inputs are refused';

/** Prefixes of long encodings are tried at this many lengths, evenly spread. */
const LENGTHS = 64;

/**
 * Law 3: neither surplus bytes nor truncated inputs are accepted. For self-delimiting schemas only.
 */
export function onlyWholeInputs(subject: Subject): Law | InapplicableLaw {
  const { codec, encodings, ir } = subject;
  const { codes, reason } = delimitingOf(ir);
  if (codes === undefined) return inapplicable(3, TITLE, `not self-delimiting, ${reason}`);

  const testTrailing = ([encoding, more]: [Uint8Array, Uint8Array]): Breach | undefined => {
    const bytes = new Uint8Array(encoding.length + more.length);
    bytes.set(encoding);
    bytes.set(more, encoding.length);
    const result = attempt(() => codec.decode(bytes));
    const what = more.length === 1 ? 'a trailing byte is' : `${more.length} trailing bytes are`;
    if ('value' in result)
      return { problem: `${what} not refused`, bytes, value: result.value, offset: encoding.length };
    if (
      isDecodeError(result.error) &&
      result.error.code === 'trailing-bytes' &&
      result.error.offset === encoding.length
    )
      return undefined;
    return {
      problem: `trailing bytes from offset ${encoding.length} on fail with ${describeError(result.error)}`,
      bytes,
      offset: encoding.length,
    };
  };

  const testPrefixes = (encoding: Uint8Array): Breach | undefined => {
    const stride = Math.max(1, Math.floor(encoding.length / LENGTHS));
    for (let length = encoding.length - 1; length >= 0; length -= stride) {
      const bytes = encoding.slice(0, length);
      const problem = wrongOutcome(
        attempt(() => codec.decode(bytes)),
        codes,
      );
      if (problem !== undefined)
        return {
          problem: `the first ${length} of ${encoding.length} bytes ${problem}`,
          bytes,
          offset: length,
        };
    }
    return undefined;
  };

  return makeLaw(
    subject,
    3,
    TITLE,
    trial({ inputs: fc.tuple(encodings, fc.uint8Array({ minLength: 1, maxLength: 4 })), test: testTrailing }),
    trial({ inputs: encodings, test: testPrefixes }),
  );
}

function wrongOutcome(result: Alternative<unknown>, codes: ReadonlySet<DecodeErrorCode>): string | undefined {
  if ('value' in result) return 'are accepted';
  const { error } = result;
  if (isDecodeError(error) && codes.has(error.code)) return undefined;
  return `fail with ${describeError(error)}; expected ${[...codes].join(' or ')}`;
}
