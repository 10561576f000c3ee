import type { Node } from '@bytewright/schema-dsl';
import { version } from '../vmstate/version.js';
import type { Candidate } from './candidates.js';

/**
 * The schema of a payload without its section, which explains, decodes and encodes it like the file's codec. Machine parameters
 * are searched for up to the end of the payload.
 *
 * @param versionId the version of the section
 * @example `decode(payloadOf(candidate, 2), payload)` equals `state` in the file's value
 */
export function payloadOf({ schema }: Candidate, versionId: number): Node<unknown> {
  return schema.with(version.of(versionId));
}
