import { hexByte } from '@bytewright/runtime/codec';
import type { FindingText } from '../causes/finding-text.js';

const LOAD_AGAIN = 'save the machine again; the missing data is not in the file';
const FOOTER = 'QEMU migration/savevm.c, check_section_footer';

/** QEMU writes files in blocks of this size. Source: QEMU migration/qemu-file.c, `IO_BUF_SIZE`. */
const PIECE = 32768;

/** Describes a file that ends too early. */
export function textForTruncation(size: number, expected: string): FindingText {
  const isPiece = size % PIECE === 0;
  const left = size === 0 ? 'the file is empty' : `its ${size} bytes are a multiple of 32,768`;
  return {
    cause: 'truncated',
    expected,
    found: `the end of the file, after ${size} bytes`,
    why: isPiece
      ? `the file was truncated: ${left}, as if QEMU died while saving`
      : 'the file was truncated: by a full disk, an interrupted copy, or a QEMU that died while saving',
    advice: [LOAD_AGAIN],
    source: isPiece ? 'QEMU migration/qemu-file.c, IO_BUF_SIZE' : null,
  };
}

/** Describes a footer with the id of another section. */
export function textForFooterId(expected: number, found: number): FindingText {
  return {
    cause: 'footer-id',
    expected: `a footer with section id ${expected}`,
    found: `a footer with section id ${found}`,
    why: 'the footer belongs to another section: its id was damaged, or parts of several files were combined',
    advice: ['save the machine again', 'or correct the id in the footer: --fix -o OUT'],
    source: FOOTER,
  };
}

/** Describes a missing footer. */
export function textForLostFooter(sectionId: number, next: string): FindingText {
  return {
    cause: 'footer-lost',
    expected: `a footer with section id ${sectionId}: the other sections have one`,
    found: `the header of ${JSON.stringify(next)}`,
    why: 'either all sections of a file have footers, or none: parts of several files were combined',
    advice: ['save the machine again', 'or add the footer: --fix -o OUT'],
    source: FOOTER,
  };
}

/** Describes a footer in a file without footers. */
export function textForStrayFooter(sectionId: number): FindingText {
  return {
    cause: 'footer-stray',
    expected: 'no footer: the first section has none',
    found: `a footer with section id ${sectionId}`,
    why: 'either all sections of a file have footers, or none: parts of several files were combined',
    advice: ['save the machine again'],
    source: FOOTER,
  };
}

/** Describes a second file after or inside this one. */
export function textForSecondFile(): FindingText {
  return {
    cause: 'second-file',
    expected: 'one file',
    found: 'the magic number and version of another file (QEVM, 3)',
    why: 'a second device state was written after the first one, or into it',
    advice: ['separate the two', 'to keep only the first one, if it is complete: --fix -o OUT'],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state_header',
  };
}

/** Describes bytes after the end. */
export function textForTrailing(count: number, isZero = false): FindingText {
  return {
    cause: 'trailing-bytes',
    expected: 'nothing after the byte that ends the sections',
    found: `${count} ${count === 1 ? 'byte' : 'bytes'}${isZero ? ', all zero' : ''}`,
    why: 'something was appended to the file, or it was written to a larger device; QEMU does not read that far',
    advice: ['to remove them: --fix --strict -o OUT'],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state: it stops at QEMU_VM_EOF',
  };
}

/**
 * Describes an end byte that is followed by more sections.
 *
 * @param distance from the byte after it to the next header
 */
export function textForEarlyEnd(next: string, distance: number): FindingText {
  return {
    cause: 'early-end',
    expected: 'the header of a section',
    found: `0x00, which ends the sections; the header of ${JSON.stringify(next)} follows ${distance} bytes later`,
    why: 'part of the file reads as zeros, like a gap that was never written: QEMU stops here without an error',
    advice: [LOAD_AGAIN],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state_main: QEMU_VM_EOF',
  };
}

/** Describes a duplicate section id. */
export function textForRepeatedId(sectionId: number, other: string): FindingText {
  return {
    cause: 'spliced',
    expected: 'unique section ids',
    found: `section id ${sectionId}, which ${JSON.stringify(other)} also has`,
    why: 'QEMU numbers sections as it registers devices, so two with the same id are from different files: parts of several files were combined',
    advice: ['save the machine again'],
    source: 'QEMU migration/savevm.c, vmstate_register_with_alias_id',
  };
}

/** Describes a payload that does not match its device. */
export function textForMismatch(expected: string, found: string): FindingText {
  return {
    cause: 'payload-misfit',
    expected,
    found,
    why: 'bytes of the payload were lost, added or overwritten, or it was written by a QEMU that no catalog describes',
    advice: ['compare with another file of the same machine: devstate diff', 'or save the machine again'],
    source: null,
  };
}

/** Describes a section type that does not occur in device states. */
export function textForType(type: number): FindingText {
  const names: Readonly<Record<number, string>> = {
    1: 'the start of a live-migration section',
    2: 'a part of a live-migration section',
    3: 'the end of a live-migration section',
    5: 'a subsection, which occurs only inside sections',
    6: 'a description of the machine (VMDESCRIPTION)',
    7: 'a configuration, which occurs only in migration streams',
    8: 'a live-migration command',
    126: 'a footer',
  };
  const name = Object.hasOwn(names, type) ? `: ${names[type]}` : '';
  return {
    cause: 'section-type',
    expected: '0x04, which begins a section, or 0x00, which ends the sections',
    found: `${hexByte(type)}${name}`,
    why: 'the byte was damaged, bytes before it were lost or added, or the file is part of a migration stream',
    advice: [LOAD_AGAIN],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state_main',
  };
}

/** Describes payload bytes that look like a section. */
export function textForFalseHeader(idstr: string): FindingText {
  return {
    cause: 'false-header',
    expected: 'the payload of one section',
    found: `bytes that look like the header of a section ${JSON.stringify(idstr)}`,
    why: "a guest can write anything into memory that a device saves; the device's schema shows that these bytes are its own",
    advice: ['nothing to do: QEMU knows the length and is not misled, but tools that search for headers are'],
    source: null,
  };
}
