import { explain } from '@bytewright/schema-dsl';
import { candidatesOf, unusableOf } from '../wire/candidates.js';
import type { CatalogSchemas } from './catalog.js';
import type { SectionReport } from './report/report.js';
import type { PayloadSchemas } from './schema-of-section.js';

/**
 * Explains why a payload is kept verbatim: the catalog has no schema with that name, part of the device is unknown, or the bytes
 * do not match a schema, with the path and the offset in the file of the mismatch. A payload that does match is kept verbatim if
 * too many sections before it did not, so that the limit of trials was reached.
 *
 * @param name the name of the section without its bus path
 * @param report the report on the section
 * @example `unknown device "slirp"`
 */
export function whyVerbatim(
  name: string,
  { payloadOffset, versionId }: SectionReport,
  payload: Uint8Array,
  { devices, incomplete }: CatalogSchemas,
  schemaOf: PayloadSchemas,
): readonly string[] {
  const missing = Object.hasOwn(incomplete, name) ? (incomplete[name] ?? []) : [];
  const known = Object.hasOwn(devices, name) ? (devices[name] ?? []) : [];
  const candidates = candidatesOf(devices, name);
  const reasons: string[] = [];
  if (known.length === 0 && missing.length === 0) reasons.push(`unknown device ${JSON.stringify(name)}`);
  if (missing.length > 0) reasons.push(`only partly known; unknown: ${listed(missing)}`);
  else
    for (const { type, missing: machineParameters } of unusableOf(devices, name))
      reasons.push(`${type} is only partly known; unknown: ${listed(machineParameters)}`);
  for (const candidate of candidates) {
    const { error } = explain(schemaOf(candidate, versionId), payload, { bytes: 'view' });
    if (error === undefined) {
      reasons.push(
        `it could be ${candidate.device}, but the section cannot end where that does, or there is too much damage before it`,
      );
      continue;
    }
    const at = payloadOffset + error.offset;
    const where = error.path === '' ? '' : `${error.path} `;
    reasons.push(
      `it is not ${candidate.device}: ${where}at byte ${at}: expected ${error.expected}, found ${error.found}`,
    );
  }
  return reasons;
}

/** Lists the first few names. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
