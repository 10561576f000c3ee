import { EncodeError } from '@bytewright/runtime';
import type { Doubt } from '@bytewright/runtime/codec';
import { ambiguousAt, TOO_COSTLY } from '@bytewright/runtime/codec';
import { DecodeContext } from './decode-context.js';
import type { EncodeContext, LookAheadDecision } from './encode-context.js';

/**
 * Makes all decisions again on the finished bytes, charging failed trials as a decoder does. Returns the context in which
 * they were made, with the remaining budgets.
 *
 * @throws EncodeError `ambiguous` if a decoder would decode another value, `limit-exceeded` if its decisions would take
 * more than linear time
 */
export function confirmDecisions(encodeContext: EncodeContext): DecodeContext {
  const decodeContext = decodeContextOf(encodeContext);
  for (const refused of refusalsIn(encodeContext, decodeContext)) throw refused;
  return decodeContext;
}

/** The errors for all decisions that a decoder would make differently, computed lazily. */
export function refusedDecisions(encodeContext: EncodeContext): Generator<EncodeError> {
  return refusalsIn(encodeContext, decodeContextOf(encodeContext));
}

// nothing that is tried ahead contains itself, so no depth is counted
const decodeContextOf = ({ bytes, structs }: EncodeContext): DecodeContext =>
  new DecodeContext(bytes, structs);

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
