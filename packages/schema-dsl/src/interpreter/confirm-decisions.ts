import { EncodeError } from '@bytewright/runtime';
import { Decoding } from './decoding.js';
import type { Encoding, LookAheadDecision } from './encoding.js';

/**
 * Makes all decisions once more, on the finished bytes; what is tried in vain is paid for as it is in a decoder.
 *
 * @throws EncodeError `ambiguous` where a decoder would read another value, `limit-exceeded` where its decisions would
 * cost more than linear time.
 */
export function confirmDecisions(encoding: Encoding): void {
  for (const refused of refusedDecisions(encoding)) throw refused;
}

/** The refusals of all decisions that a decoder would make otherwise, as far as they are asked for. */
export function* refusedDecisions(encoding: Encoding): Generator<EncodeError> {
  const { bytes, structs, decisions, maxDepth } = encoding;
  const decoding = new Decoding(bytes, structs, { limits: { depth: maxDepth } });
  decoding.scans = encoding.scans;
  for (const decision of decisions) if (!holds(decision, decoding)) yield refusal(decision, decoding);
  encoding.scans = decoding.scans;
}

function holds({ offset, end, holds: isSame }: LookAheadDecision, decoding: Decoding): boolean {
  decoding.offset = offset;
  decoding.end = end;
  let result = false;
  decoding.trial(() => {
    result = isSame(decoding);
    return undefined;
  });
  return result;
}

function refusal({ offset, path }: LookAheadDecision, { scans }: Decoding): EncodeError {
  if (scans >= 0)
    return new EncodeError({
      code: 'ambiguous',
      offset,
      path,
      expected: 'bytes that read as this value',
      found: 'bytes that a decoder would read otherwise',
    });
  return new EncodeError({
    code: 'limit-exceeded',
    offset,
    path,
    expected: 'alternatives that are told apart in linear time',
    found: 'too many fruitless attempts',
  });
}
