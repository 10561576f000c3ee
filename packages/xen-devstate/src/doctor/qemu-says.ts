import { explainPayload } from '../explain/explain-file.js';
import type { OpenedSection } from '../open/opened-section.js';

const FOOTER = 0x7e;

/**
 * What QEMU says when it takes a payload to be so many bytes longer than it is, or shorter: it goes on where it thinks that the
 * payload ends, and takes what is there for a footer, or for the type of the next section.
 *
 * Source: QEMU migration/savevm.c, `check_section_footer` and `qemu_loadvm_state_main`.
 *
 * @param difference bytes that it reads more than there are; less, if negative
 */
export function afterPayload(section: OpenedSection, difference: number): string | undefined {
  const { index, report, payload } = section;
  if (report.footer) return `Missing section footer for ${report.idstr}`;
  // what the device's subsections are is not seen where it looks for them
  const first = explainPayload(section).find(
    ({ path }) => path === `sections[${index}].state.subsections[0].mark`,
  );
  const end = first === undefined ? payload.length : first.offset - report.payloadOffset;
  // a payload is a part of the file's bytes
  const type = new Uint8Array(payload.buffer)[payload.byteOffset + end + difference];
  if (type === 0) return SILENCE;
  return type === undefined || type <= LAST_TYPE ? undefined : `Unknown savevm section type ${type}`;
}

/** The greatest type of a section. Source: QEMU migration/savevm.h, `QEMU_VM_SECTION_*`. */
const LAST_TYPE = 0x08;

/** What is told instead of QEMU's words, where it has none. */
export const SILENCE: string =
  'perhaps nothing: it takes a 0 for the end of the file, and what is behind it is lost';

/** What QEMU says of a file with footers that it does not expect. */
export const UNEXPECTED_FOOTER: string = `Unknown savevm section type ${FOOTER}`;
