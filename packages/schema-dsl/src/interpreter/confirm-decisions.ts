import { EncodeError } from '@bytewright/runtime';
import type { Doubt } from '@bytewright/runtime/codec';
import { ambiguousAt, TOO_COSTLY } from '@bytewright/runtime/codec';
import { Decoding } from './decoding.js';
import type { Encoding, LookAheadDecision } from './encoding.js';

/**
 * Makes all decisions once more, on the finished bytes; what is tried in vain is paid for as it is in a decoder. Gives the
 * decoding that they were made in, with what is left of its budgets.
 *
 * @throws EncodeError `ambiguous` where a decoder would read another value, `limit-exceeded` where its decisions would
 * cost more than linear time.
 */
export function confirmDecisions(encoding: Encoding): Decoding {
  const decoding = decodingOf(encoding);
  for (const refused of refusalsIn(encoding, decoding)) throw refused;
  return decoding;
}

/** The refusals of all decisions that a decoder would make otherwise, as far as they are asked for. */
export function refusedDecisions(encoding: Encoding): Generator<EncodeError> {
  return refusalsIn(encoding, decodingOf(encoding));
}

// nothing that is tried ahead contains itself, so that no depth is counted
const decodingOf = ({ bytes, structs }: Encoding): Decoding => new Decoding(bytes, structs);

function* refusalsIn({ decisions }: Encoding, decoding: Decoding): Generator<EncodeError> {
  for (const decision of decisions) {
    const doubt = doubtOf(decision, decoding);
    if (doubt !== undefined) yield refusal(decision, doubt);
  }
}

function doubtOf({ offset, end, holds }: LookAheadDecision, decoding: Decoding): Doubt | undefined {
  decoding.offset = offset;
  decoding.end = end;
  decoding.failure = undefined;
  let doubt: Doubt | undefined;
  decoding.trial(() => {
    if (holds(decoding)) return undefined;
    doubt = decoding.failure?.code === 'limit-exceeded' ? TOO_COSTLY : ambiguousAt(decoding.bytes, offset);
    return undefined;
  });
  return doubt;
}

function refusal({ offset, path }: LookAheadDecision, doubt: Doubt): EncodeError {
  return new EncodeError({ ...doubt, offset, path });
}
