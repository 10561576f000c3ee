import type { DecodeError, DecodeOptions } from '@bytewright/runtime';
import { memberOf } from '@bytewright/runtime/codec';
import type { Explanation } from '@bytewright/schema-dsl';
import { explain } from '@bytewright/schema-dsl';
import { DeviceState } from '../../schema.js';
import type { DeviceStateReport, SectionReport } from './report.js';

/**
 * The maximum number of sections to report before the damage. Ids are below 65,536 and unique, so no real file has more;
 * without a bound, a file of tiny sections would require many times its size in memory.
 */
const MOST_SECTIONS = 2 ** 16;

/** The section that contains the damage, as far as its header could be read. */
export interface DamagedSection {
  readonly index: number;
  readonly offset: number;
  readonly sectionId: number | undefined;
  readonly idstr: string | undefined;
}

/** Reports on a damaged file: everything before the damage, and the section that contains it. */
export function reportDamage(
  bytes: Uint8Array,
  error: DecodeError,
  options: DecodeOptions = {},
): { readonly report: DeviceStateReport; readonly damagedSection: DamagedSection | undefined } {
  const { root, error: stop } = explain(DeviceState, bytes, {
    ...options,
    bytes: 'view',
    limits: { ...options.limits, elements: MOST_SECTIONS },
  });
  const known = decodedPart(root, 'footers', isBoolean);
  const parts = partOf(root, 'sections')?.parts ?? [];
  const sections = parts.filter((part) => part.complete).map((part) => reportSection(part, known === true));
  const damaged = stop?.code === 'limit-exceeded' ? undefined : parts.find((part) => !part.complete);
  return {
    report: { size: bytes.length, footers: known ?? null, sections, trailing: 0, error: error.toJSON() },
    damagedSection: damaged && {
      index: sections.length,
      offset: damaged.offset,
      sectionId: decodedPart(damaged, 'sectionId', isNumber),
      idstr: decodedPart(damaged, 'idstr', isString),
    },
  };
}

/** Reports on a section that was read completely; the fallbacks are for the compiler. */
function reportSection(section: Explanation, footers: boolean): SectionReport {
  const payload = partOf(section, 'payload') ?? partOf(section, 'state');
  const device = partOf(section, 'state') && memberOf(section.value, 'device');
  return {
    offset: section.offset,
    sectionId: decodedPart(section, 'sectionId', isNumber) ?? 0,
    idstr: decodedPart(section, 'idstr', isString) ?? '',
    instanceId: decodedPart(section, 'instanceId', isNumber) ?? 0,
    versionId: decodedPart(section, 'versionId', isNumber) ?? 0,
    payloadOffset: payload?.offset ?? section.offset,
    payloadLength: payload?.length ?? 0,
    footer: footers,
    // Only in an undamaged file can a section end because the file does.
    end: footers ? 'footer' : 'header',
    device: typeof device === 'string' ? device : null,
    decodedBy: typeof device === 'string' ? 'schema' : 'verbatim',
  };
}

function partOf(whole: Explanation, segment: string): Explanation | undefined {
  return whole.parts.find((part) => part.segment === segment);
}

function decodedPart<T>(
  whole: Explanation,
  segment: string,
  is: (value: unknown) => value is T,
): T | undefined {
  const part = partOf(whole, segment);
  return part?.complete && is(part.value) ? part.value : undefined;
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isString = (value: unknown): value is string => typeof value === 'string';
