import { EncodeError } from '@bytewright/runtime';
import type { Doubt } from '@bytewright/runtime/codec';
import { ambiguousAt, TOO_COSTLY } from '@bytewright/runtime/codec';
import { DecodeContext } from './decode-context.js';
import type { EncodeContext, LookAheadDecision } from './encode-context.js';

/**
 * Makes all decisions once more, on the finished bytes; what is tried in vain is paid for as it is in a decoder. Gives the
 * decoding that they were made in, with what is left of its budgets.
 *
 * @throws EncodeError `ambiguous` where a decoder would read another value, `limit-exceeded` where its decisions would
 * cost more than linear time.
 */
export function confirmDecisions(encodeContext: EncodeContext): DecodeContext {
  const decodeContext = decodingOf(encodeContext);
  for (const refused of refusalsIn(encodeContext, decodeContext)) throw refused;
  return decodeContext;
}

/** The refusals of all decisions that a decoder would make otherwise, as far as they are asked for. */
export function refusedDecisions(encodeContext: EncodeContext): Generator<EncodeError> {
  return refusalsIn(encodeContext, decodingOf(encodeContext));
}

// nothing that is tried ahead contains itself, so that no depth is counted
const decodingOf = ({ bytes, structs }: EncodeContext): DecodeContext => new DecodeContext(bytes, structs);

function* refusalsIn({ decisions }: EncodeContext, decodeContext: DecodeContext): Generator<EncodeError> {
  for (const decision of decisions) {
    const doubt = doubtOf(decision, decodeContext);
    if (doubt !== undefined) yield refusal(decision, doubt);
  }
}

function doubtOf({ offset, end, holds }: LookAheadDecision, decodeContext: DecodeContext): Doubt | undefined {
  decodeContext.offset = offset;
  decodeContext.end = end;
  decodeContext.failure = undefined;
  let doubt: Doubt | undefined;
  decodeContext.trial(() => {
    if (holds(decodeContext)) return undefined;
    doubt =
      decodeContext.failure?.code === 'limit-exceeded'
        ? TOO_COSTLY
        : ambiguousAt(decodeContext.bytes, offset);
    return undefined;
  });
  return doubt;
}

function refusal({ offset, path }: LookAheadDecision, doubt: Doubt): EncodeError {
  return new EncodeError({ ...doubt, offset, path });
}
