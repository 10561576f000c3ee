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
 * What is wrong with a section that no schema of its name fits, found by what stands where its payload would end.
 *
 * @param bytes the file
 * @param footers whether its sections have footers
 * @param schemas what payloads are measured by
 * @returns `undefined` where no schema has its name and version, so that nothing can be told
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
  // of another architecture, or of a QEMU that no catalog knows: nothing can be told
  if (ends.every(({ isOtherVersion }) => isOtherVersion)) return undefined;
  for (const { length } of ends) {
    if (length === undefined) continue;
    const at = payloadOffset + length;
    const [words, repair] = checkCompatibility(bytes, at, sectionId, footers) ?? [];
    if (words !== undefined) return damage(words, at, repair);
  }
  // one that runs to the end of a file without any more sections was cut off
  if (ends.some(({ isShort }) => isShort) && headerBehind(bytes, payloadOffset) === undefined)
    return damage(textForTruncation(bytes.length, `the rest of ${ends[0]?.device}`), bytes.length);
  // the schema that comes farthest tells most
  const [best] = [...ends].sort((a, b) => reachOf(b) - reachOf(a));
  if (best?.length !== undefined)
    return damage(
      textForMismatch(
        `${best.length} bytes of ${best.device}, and then ${footers ? 'a footer' : 'the next section'}`,
        hexByte(bytes[payloadOffset + best.length] ?? 0),
      ),
      payloadOffset + best.length,
    );
  return damage(
    textForMismatch(`what ${best?.device} saves`, best?.mismatch ?? 'something else'),
    payloadOffset + (best?.mismatchAt ?? 0),
  );
}

function reachOf({ length, mismatchAt }: PayloadEnd): number {
  return length ?? mismatchAt;
}

/** What it means that something stands behind a payload; nothing where it may be chance. */
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
      const change = `the footer got section id ${sectionId} instead of ${there.sectionId}`;
      const repair = { offset: at, removed: footer.length, added: footer, change };
      return [textForFooterId(sectionId, there.sectionId), repair];
    }
    case 'header': {
      if (!footers) return undefined;
      const change = `a footer with section id ${sectionId} was put in`;
      return [textForLostFooter(sectionId, there.idstr), { offset: at, removed: 0, added: footer, change }];
    }
    case 'magic':
      return [textForSecondFile()];
    case 'end': {
      const { behind, isMagicBehind } = there;
      if (behind === 0)
        return footers ? [textForTruncation(bytes.length, 'the footer of the section')] : undefined;
      const change = `${behind} bytes behind the end were cut off`;
      const repair = { offset: at + EOF_SIZE, removed: behind, added: NOTHING, change };
      if (isMagicBehind) return [textForSecondFile(), repair];
      // a 0 is often chance: in front of other sections, and where footers are
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
