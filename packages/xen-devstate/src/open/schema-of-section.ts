import type { Node } from '@bytewright/schema-dsl';
import type { Candidate } from '../wire/candidates.js';
import { candidatesOf } from '../wire/candidates.js';
import { deviceName } from '../wire/device-name.js';
import { payloadOf } from '../wire/payload-of.js';
import type { CatalogSchemas } from './catalog.js';
import type { SectionReport } from './report/report.js';

/** Returns the schema of a candidate's payload in a version. */
export type PayloadSchemas = (candidate: Candidate, versionId: number) => Node<unknown>;

/**
 * Creates a cache for payload schemas: a file may have very many sections with one name.
 */
export function payloadSchemas(): PayloadSchemas {
  const made = new Map<Node<unknown>, Map<number, Node<unknown>>>();
  return (candidate, versionId) => {
    const versions = made.get(candidate.schema) ?? new Map<number, Node<unknown>>();
    made.set(candidate.schema, versions);
    const schema = versions.get(versionId) ?? payloadOf(candidate, versionId);
    versions.set(versionId, schema);
    return schema;
  };
}

/**
 * The schema of a section's payload: that of the device that the section was decoded as.
 *
 * @returns `undefined` if the payload is kept verbatim
 */
export function schemaOfSection(
  { idstr, device, versionId }: SectionReport,
  { devices }: CatalogSchemas,
  schemaOf: PayloadSchemas,
): Node<unknown> | undefined {
  if (device === null) return undefined;
  const name = deviceName(idstr);
  const candidate = candidatesOf(devices, name).find((one) => one.device === device);
  return candidate && schemaOf(candidate, versionId);
}
