import type { CatalogSchemas } from '../../open/catalog.js';
import type { OpenedFile } from '../../open/opened-file.js';
import type { OpenedSection } from '../../open/opened-section.js';
import { payloadEnds } from '../../open/payload-ends.js';
import { candidatesOf } from '../../wire/candidates.js';
import { headerBehind, isMagic } from '../../wire/landmark.js';
import type { FindingText } from '../causes/finding-text.js';
import type { Level } from '../diagnosis.js';
import { referTo } from '../section-reference.js';
import type { Damage } from './damage.js';
import {
  textForEarlyEnd,
  textForFalseHeader,
  textForRepeatedId,
  textForSecondFile,
  textForTrailing,
} from './damage-texts.js';
import { sectionDamage } from './section-damage.js';

/** The maximum number of sections to examine; no real file has that many that match no schema. */
const MOST_UNKNOWN = 128;

/** Finds damage in a readable file: sections that match no schema, duplicate ids, and bytes after the end. */
export function fileDamage({ bytes, opened, schemas, sections }: OpenedFile): Damage[] {
  const found: Damage[] = [];
  const owners = new Map<number, string>();
  let looked = 0;
  for (const section of sections) {
    const { idstr, sectionId, offset, decodedBy } = section.report;
    const other = owners.get(sectionId);
    if (other !== undefined) found.push(damageIn(section, textForRepeatedId(sectionId, other), offset));
    owners.set(sectionId, idstr);
    if (decodedBy !== 'verbatim') {
      const header = falseHeader(section);
      if (header !== undefined)
        found.push(damageIn(section, textForFalseHeader(header.idstr), header.offset, 'notice'));
      continue;
    }
    // a device that is only partly known has no schema, and is not damaged
    if (candidatesOf(schemas.devices, section.name).length === 0 || ++looked > MOST_UNKNOWN) continue;
    const { payloadOffset, versionId } = section.report;
    const one = { ...referTo(section), payloadOffset, versionId };
    const damage = sectionDamage(bytes, one, opened.value.footers, schemas);
    const isForeign = damage?.finding.cause === 'payload-misfit' && isOfOtherArchitecture(sections, schemas);
    if (damage !== undefined && !isForeign) found.push(damage);
  }
  const behind = opened.value.trailing.length;
  if (behind > 0) found.push(behindTheEnd(bytes, bytes.length - behind));
  return found;
}

/** Whether no schema can decode the processor: then other devices may only share their names with known ones. */
function isOfOtherArchitecture(sections: readonly OpenedSection[], schemas: CatalogSchemas): boolean {
  const cpu = sections.find(({ name }) => name === 'cpu');
  if (cpu === undefined || cpu.report.decodedBy !== 'verbatim') return false;
  return payloadEnds(cpu.name, cpu.report.versionId, cpu.payload, schemas).every(
    ({ isOtherVersion }) => isOtherVersion,
  );
}

/** Identifies what follows the end of a state: another file, sections hidden by an end byte, or bytes that QEMU does not read. */
export function behindTheEnd(bytes: Uint8Array, end: number): Damage {
  const damage = (words: FindingText, offset: number, level: Level = 'fault'): Damage['finding'] => ({
    ...words,
    level,
    section: null,
    offset,
  });
  const removed = bytes.length - end;
  const change = `removed ${removed} bytes after the end`;
  const repair = { offset: end, removed, added: new Uint8Array(0), change };
  if (isMagic(bytes, end)) return { finding: damage(textForSecondFile(), end), repair };
  const header = headerBehind(bytes, end);
  if (header !== undefined)
    return {
      finding: damage(textForEarlyEnd(header.idstr, header.offset - end), end - 1),
      repair: undefined,
    };
  const isZero = bytes.subarray(end).every((byte) => byte === 0);
  return { finding: damage(textForTrailing(removed, isZero), end, 'notice'), repair };
}

/** The first bytes in a decoded payload that look like a header. */
function falseHeader({
  payload,
  report,
}: OpenedSection): { readonly idstr: string; readonly offset: number } | undefined {
  const header = headerBehind(payload, 0);
  return header && { ...header, offset: report.payloadOffset + header.offset };
}

function damageIn(
  section: OpenedSection,
  words: FindingText,
  offset: number,
  level: Level = 'fault',
): Damage {
  return { finding: { ...words, level, section: referTo(section), offset }, repair: undefined };
}
