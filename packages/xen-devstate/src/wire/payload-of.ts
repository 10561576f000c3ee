import type { Node } from '@bytewright/schema-dsl';
import { version } from '../vmstate/version.js';
import type { Candidate } from './candidates.js';

/**
 * The schema of a payload by itself, without its section: what explains it, and reads and writes it as the file's codec
 * does. What has to be known of the machine is searched for up to the end of the payload.
 *
 * @param versionId that of the section
 * @example `decode(payloadOf(candidate, 2), payload)` is what `state` is in the file's value
 */
export function payloadOf({ schema }: Candidate, versionId: number): Node<unknown> {
  return schema.with(version.of(versionId));
}
