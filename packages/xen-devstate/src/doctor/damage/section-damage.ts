import { hexByte } from '@bytewright/runtime/codec';
import type { CatalogSchemas } from '../../open/catalog.js';
import type { PayloadEnd } from '../../open/payload-ends.js';
import { payloadEnds } from '../../open/payload-ends.js';
import { deviceName } from '../../wire/device-name.js';
import { headerBehind, isMagic, landmarkAt } from '../../wire/landmark.js';
import type { FindingText } from '../causes/finding-text.js';
import type { SectionReference } from '../diagnosis.js';
import type { Damage, Repair } from './damage.js';
import {
  textForFooterId,
  textForLostFooter,
  textForMismatch,
  textForSecondFile,
  textForStrayFooter,
  textForTrailing,
  textForTruncation,
} from './damage-texts.js';

const NOTHING = new Uint8Array(0);
/** The byte that ends the sections. */
const EOF_SIZE = 1;

/**
 * Finds the damage in a section that no schema of its name matches, from the bytes at the expected end of its payload.
 *
 * @param bytes the file
 * @param footers whether its sections have footers
 * @param schemas the schemas that determine payload lengths
 * @returns `undefined` if no schema has its name and version
 */
export function sectionDamage(
  bytes: Uint8Array,
  section: SectionReference & { readonly payloadOffset: number; readonly versionId: number },
  footers: boolean,
  schemas: CatalogSchemas,
): Damage | undefined {
  const { index, offset, sectionId, idstr, instanceId, payloadOffset, versionId } = section;
  const reference: SectionReference = { index, offset, sectionId, idstr, instanceId };
  const damage = (words: FindingText, at: number, repair?: Repair): Damage => ({
    finding: { ...words, level: 'fault', section: reference, offset: at },
    repair,
  });
  const ends = payloadEnds(deviceName(idstr), versionId, bytes.subarray(payloadOffset), schemas);
  // from another architecture, or a QEMU that no catalog describes
  if (ends.every(({ isOtherVersion }) => isOtherVersion)) return undefined;
  for (const { length } of ends) {
    if (length === undefined) continue;
    const at = payloadOffset + length;
    const [words, repair] = checkCompatibility(bytes, at, sectionId, footers) ?? [];
    if (words !== undefined) return damage(words, at, repair);
  }
  // a section that extends to the end of the file, with no sections after it, was truncated
  if (ends.some(({ isShort }) => isShort) && headerBehind(bytes, payloadOffset) === undefined)
    return damage(textForTruncation(bytes.length, `the rest of ${ends[0]?.device}`), bytes.length);
  // the schema that decodes most is the most informative
  const [best] = [...ends].sort((a, b) => reachOf(b) - reachOf(a));
  if (best?.length !== undefined)
    return damage(
      textForMismatch(
        `${best.length} bytes of ${best.device}, followed by ${footers ? 'a footer' : 'the next section'}`,
        hexByte(bytes[payloadOffset + best.length] ?? 0),
      ),
      payloadOffset + best.length,
    );
  return damage(
    textForMismatch(`the payload of ${best?.device}`, best?.mismatch ?? 'different bytes'),
    payloadOffset + (best?.mismatchAt ?? 0),
  );
}

function reachOf({ length, mismatchAt }: PayloadEnd): number {
  return length ?? mismatchAt;
}

/** Interprets the bytes after a payload; `undefined` if they may be a coincidence. */
function checkCompatibility(
  bytes: Uint8Array,
  at: number,
  sectionId: number,
  footers: boolean,
): readonly [FindingText, Repair?] | undefined {
  const there = landmarkAt(bytes, at);
  const footer = footerOf(sectionId);
  switch (there.kind) {
    case 'footer': {
      const isOwn = there.sectionId === sectionId;
      if (!footers) return isOwn ? [textForStrayFooter(sectionId)] : undefined;
      if (isOwn) return isMagic(bytes, at + footer.length) ? [textForSecondFile()] : undefined;
      const change = `changed the section id in the footer from ${there.sectionId} to ${sectionId}`;
      const repair = { offset: at, removed: footer.length, added: footer, change };
      return [textForFooterId(sectionId, there.sectionId), repair];
    }
    case 'header': {
      if (!footers) return undefined;
      const change = `added a footer with section id ${sectionId}`;
      return [textForLostFooter(sectionId, there.idstr), { offset: at, removed: 0, added: footer, change }];
    }
    case 'magic':
      return [textForSecondFile()];
    case 'end': {
      const { behind, isMagicBehind } = there;
      if (behind === 0)
        return footers ? [textForTruncation(bytes.length, 'the footer of the section')] : undefined;
      const change = `removed ${behind} bytes after the end`;
      const repair = { offset: at + EOF_SIZE, removed: behind, added: NOTHING, change };
      if (isMagicBehind) return [textForSecondFile(), repair];
      // a 0 is often a coincidence: before other sections, and if there are footers
      const isChance = footers || headerBehind(bytes, at) !== undefined;
      return isChance ? undefined : [textForTrailing(behind), repair];
    }
    case 'nothing': {
      const next = footers ? 'the footer of the section' : 'another section, or the byte that ends them';
      return [textForTruncation(bytes.length, next)];
    }
    case 'other':
      return undefined;
  }
}

function footerOf(sectionId: number): Uint8Array {
  const footer = new Uint8Array(5);
  footer[0] = 0x7e;
  new DataView(footer.buffer).setUint32(1, sectionId);
  return footer;
}
