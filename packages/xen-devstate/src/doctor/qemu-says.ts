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
export function afterPayload({ report, payload }: OpenedSection, difference: number): string | undefined {
  const { idstr, footer } = report;
  if (footer) return `Missing section footer for ${idstr}`;
  // a payload is a part of the file's bytes
  const type = new Uint8Array(payload.buffer)[payload.byteOffset + payload.length + difference];
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
