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

/** A file that the target accepts. */
export interface FixedFile {
  /** The file, including the bytes that followed the state. */
  readonly bytes: Uint8Array;
  /** Describes the changes; empty if there were none. */
  readonly changes: readonly string[];
}

/**
 * Converts a file to one that a target accepts, with the footers and the device formats that the target expects. The result
 * is read again, compared with the target again, and followed byte by byte as QEMU would read it.
 *
 * @throws FixError if that is not possible without losing data
 */
export async function fixFile(file: OpenedFile, target: Target | undefined): Promise<FixedFile> {
  const { codec, value } = file.opened;
  const changes: string[] = [];
  let footers = value.footers;
  let sections: readonly AnySection[] = value.sections;
  if (target !== undefined) {
    if (footers !== target.footers)
      changes.push(
        `footers were ${target.footers ? 'added to' : 'removed from'} ${sections.length} sections`,
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
  if (!isSameValue(opened.value, after)) throw new FixError('the fixed file would decode differently');
  if (target !== undefined) await examine(await withSchemas(bytes, opened), target);
  return { bytes: joinBytes(bytes, value.trailing, file.behind), changes };
}

/** Encodes the fixed file. Damage can look like something that a fix adds, such as a footer: then no bytes decode to the fixed file. */
function encoded(value: AnyDeviceState, { opened: { codec } }: OpenedFile): Uint8Array {
  try {
    return codec.encode(value);
  } catch (error) {
    if (isEncodeError(error)) throw new FixError(`the fixed file cannot be encoded: ${error.message}`);
    throw error;
  }
}

/** Checks that a fixed file has no faults left. */
async function examine(file: OpenedFile, target: Target): Promise<void> {
  const matched = file.sections.map((section) => matchSection(section, target));
  const left = compareWithTarget(file, target, matched).find(({ level }) => level === 'fault');
  if (left !== undefined)
    throw new FixError(
      `${left.section?.idstr ?? 'the file'}: ${left.why}; found ${left.found}, which cannot be converted to what the target expects: ${left.expected}`,
    );
  const { outcome, says } = forecast(file, target, matched);
  if (outcome !== 'loads')
    throw new FixError(`QEMU would not load the fixed file: ${says.join('; ') || outcome}`);
}
