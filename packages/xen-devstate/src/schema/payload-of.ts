import type { Node } from '@bytewright/schema-dsl';
import { atEnd, struct } from '@bytewright/schema-dsl';
import { version } from '../vmstate/version.js';
import type { Candidate } from './candidates.js';
import { withFacts } from './candidates.js';

/** Nothing follows a payload that is read by itself. */
const PayloadEnd = struct('PayloadEnd', { end: atEnd });

/**
 * The schema of a payload by itself, without its section: what explains it, and reads and writes it as the file's codec
 * does.
 *
 * @param versionId that of the section
 * @example `decode(payloadOf(candidate, 2), payload)` is what `state` is in the file's value
 */
export function payloadOf(candidate: Candidate, versionId: number): Node<unknown> {
  return withFacts(candidate, [PayloadEnd]).with(version.of(versionId));
}
