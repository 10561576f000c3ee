import type { Node } from '@bytewright/schema-dsl';
import type { SectionReport } from '../report/report.js';
import { candidatesOf } from '../schema/candidates.js';
import { payloadOf } from '../schema/payload-of.js';
import type { CatalogSchemas } from './catalog.js';

/**
 * The schema of a section's payload by itself: that of the catalog's device that the section was read as.
 *
 * A layout from elsewhere (`how` is `layout`) would give its schema here.
 *
 * @returns `undefined` for a payload that is kept verbatim
 */
export function schemaOfSection(
  { idstr, device, versionId }: SectionReport,
  { devices }: CatalogSchemas,
): Node<unknown> | undefined {
  if (device === null) return undefined;
  const name = idstr.slice(idstr.lastIndexOf('/') + 1);
  const candidate = candidatesOf(devices, name).find((one) => one.device === device);
  return candidate && payloadOf(candidate, versionId);
}
