import { explain } from '@bytewright/schema-dsl';
import { candidatesOf, unusableOf } from '../wire/candidates.js';
import type { CatalogSchemas } from './catalog.js';
import type { SectionReport } from './report/report.js';
import type { PayloadSchemas } from './schema-of-section.js';

/**
 * Why a catalog does not understand a payload: it has no schema of that name, something in it is not known, or the bytes
 * are not what the schemas describe, each with the path and the offset in the file where that shows. A payload that is what they
 * describe is kept verbatim if so many sections in front of it were not that nothing more could be tried.
 *
 * @param name that of the section without its bus path
 * @param report of the section
 * @example `no device is called "slirp"`
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
  if (known.length === 0 && missing.length === 0) reasons.push(`no device is called ${JSON.stringify(name)}`);
  if (missing.length > 0) reasons.push(`only partly known: what is not is ${listed(missing)}`);
  else
    for (const { type, missing: machineParameters } of unusableOf(devices, name))
      reasons.push(`${type} is only partly known: what is not is ${listed(machineParameters)}`);
  for (const candidate of candidates) {
    const { error } = explain(schemaOf(candidate, versionId), payload, { bytes: 'view' });
    if (error === undefined) {
      reasons.push(
        `it could be ${candidate.device}, but the section cannot end where that does, or too much damage is in front of it`,
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

/** The first few of several. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
