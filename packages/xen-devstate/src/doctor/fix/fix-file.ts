import { isEncodeError } from '@bytewright/runtime';
import { joinBytes } from '@bytewright/runtime/codec';
import { isSameValue } from '@bytewright/schema-dsl/inspect';
import { openBy } from '../../open/open-device-state.js';
import type { OpenedFile } from '../../open/opened-file.js';
import { withSchemas } from '../../open/opened-file.js';
import type { AnyDeviceState } from '../../wire/device-state-of.js';
import type { AnySection } from '../../wire/section-of.js';
import { compareWithTarget } from '../compare-with-target.js';
import { forecast } from '../load/forecast.js';
import { matchSection } from '../load/match-section.js';
import type { Target } from '../targets/target.js';
import { FixError } from './fix-error.js';
import { fixSection } from './fix-section.js';

/** A file that the target takes. */
export interface FixedFile {
  /** With what followed the state. */
  readonly bytes: Uint8Array;
  /** What was changed, in words; empty where nothing had to be. */
  readonly changes: readonly string[];
}

/**
 * Writes a file that a target takes: with its footers, and its devices in the shape that the target expects. What comes out
 * is read again, compared with the target again, and followed byte by byte as QEMU would read it.
 *
 * @throws FixError where that cannot be done without losing something
 */
export async function fixFile(file: OpenedFile, target: Target | undefined): Promise<FixedFile> {
  const { codec, value } = file.opened;
  const changes: string[] = [];
  let footers = value.footers;
  let sections: readonly AnySection[] = value.sections;
  if (target !== undefined) {
    if (footers !== target.footers)
      changes.push(
        `footers were ${target.footers ? 'put in' : 'taken out'} behind ${sections.length} sections`,
      );
    footers = target.footers;
    const fixed = file.sections.map((section) => fixSection(matchSection(section, target), target.schemas));
    changes.push(...fixed.flatMap((one) => one?.changes ?? []));
    sections = sections.map((section, i) => {
      const one = fixed[i];
      return one === undefined ? section : { ...section, versionId: one.versionId, state: one.state };
    });
  }
  const after: AnyDeviceState = { footers, sections, trailing: new Uint8Array(0) };
  const bytes = encoded(after, file);
  const opened = openBy(codec, bytes);
  if (!isSameValue(opened.value, after))
    throw new FixError('what would be written could not be read again as what it is');
  if (target !== undefined) await examine(await withSchemas(bytes, opened), target);
  return { bytes: joinBytes(bytes, value.trailing, file.behind), changes };
}

/** Damage can look like what a fix puts in, such as a footer: then there are no bytes that read as the fixed file. */
function encoded(value: AnyDeviceState, { opened: { codec } }: OpenedFile): Uint8Array {
  try {
    return codec.encode(value);
  } catch (error) {
    if (isEncodeError(error)) throw new FixError(`no file reads as what would be written: ${error.message}`);
    throw error;
  }
}

/** What is wrong with a file that was to be right. */
async function examine(file: OpenedFile, target: Target): Promise<void> {
  const matched = file.sections.map((section) => matchSection(section, target));
  const left = compareWithTarget(file, target, matched).find(({ level }) => level === 'fault');
  if (left !== undefined)
    throw new FixError(
      `${left.section?.idstr ?? 'the file'}: ${left.why}; what the target expects, ${left.expected}, cannot be made of ${left.found}`,
    );
  const { outcome, says } = forecast(file, target, matched);
  if (outcome !== 'loads')
    throw new FixError(`QEMU would not load what would be written: ${says.join('; ') || outcome}`);
}
