import { hexByte } from '@bytewright/runtime/codec';
import type { FindingText } from '../causes/finding-text.js';

const LOAD_AGAIN = 'save the machine again; what is missing is nowhere in the file';
const FOOTER = 'QEMU migration/savevm.c, check_section_footer';

/** QEMU writes its files in pieces of this size. Source: QEMU migration/qemu-file.c, `IO_BUF_SIZE`. */
const PIECE = 32768;

/** The words for a file that ends too early. */
export function textForTruncation(size: number, expected: string): FindingText {
  const isPiece = size % PIECE === 0;
  const left = size === 0 ? 'the file is empty' : `${size} bytes are whole pieces of 32,768`;
  return {
    cause: 'truncated',
    expected,
    found: `the end of the file, after ${size} bytes`,
    why: isPiece
      ? `the file was cut off: ${left}, which is what QEMU leaves where it dies while it saves`
      : 'the file was cut off: a full disk, a copy that was broken off, or a QEMU that died while it saved',
    advice: [LOAD_AGAIN],
    source: isPiece ? 'QEMU migration/qemu-file.c, IO_BUF_SIZE' : null,
  };
}

/** The words for a footer that bears the id of another section. */
export function textForFooterId(expected: number, found: number): FindingText {
  return {
    cause: 'footer-id',
    expected: `a footer with section id ${expected}`,
    found: `one with section id ${found}`,
    why: 'the footer belongs to another section: the id was damaged, or parts of several files were put together',
    advice: ['save the machine again', 'or have the footer bear the id of its section: --fix -o OUT'],
    source: FOOTER,
  };
}

/** The words for a footer that one section lacks. */
export function textForLostFooter(sectionId: number, next: string): FindingText {
  return {
    cause: 'footer-lost',
    expected: `a footer with section id ${sectionId}: the other sections have one`,
    found: `the header of ${JSON.stringify(next)}`,
    why: 'all sections of a file have footers, or none: parts of several files were put together',
    advice: ['save the machine again', 'or have the footer put in: --fix -o OUT'],
    source: FOOTER,
  };
}

/** The words for a footer in a file that has none. */
export function textForStrayFooter(sectionId: number): FindingText {
  return {
    cause: 'footer-stray',
    expected: 'no footer: the first section has none',
    found: `a footer with section id ${sectionId}`,
    why: 'all sections of a file have footers, or none: parts of several files were put together',
    advice: ['save the machine again'],
    source: FOOTER,
  };
}

/** The words for a whole other file behind or in the midst of this one. */
export function textForSecondFile(): FindingText {
  return {
    cause: 'second-file',
    expected: 'one file',
    found: 'the magic and the version of another one (QEVM, 3)',
    why: 'a second device state was written behind the first one, or into it',
    advice: ['take the two apart', 'to keep the first one only: --fix -o OUT, where it is whole'],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state_header',
  };
}

/** The words for bytes behind the end. */
export function textForTrailing(count: number, isZero = false): FindingText {
  return {
    cause: 'trailing-bytes',
    expected: 'nothing behind the byte that ends the sections',
    found: `${count} ${count === 1 ? 'byte' : 'bytes'}${isZero ? ', all zero' : ''}`,
    why: 'something was appended to the file, or it was written to a larger device; QEMU does not read so far',
    advice: ['to cut them off: --fix --strict -o OUT'],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state: it stops at QEMU_VM_EOF',
  };
}

/**
 * The words for an end byte with sections behind it.
 *
 * @param distance from the byte behind it to the next header
 */
export function textForEarlyEnd(next: string, distance: number): FindingText {
  return {
    cause: 'early-end',
    expected: 'the header of a section',
    found: `0x00, which ends the sections; the header of ${JSON.stringify(next)} follows, ${distance} bytes behind it`,
    why: 'a part of the file was overwritten with zeros, as a gap that was never written is read: QEMU stops here, and says nothing',
    advice: [LOAD_AGAIN],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state_main: QEMU_VM_EOF',
  };
}

/** The words for a section id that two sections have. */
export function textForRepeatedId(sectionId: number, other: string): FindingText {
  return {
    cause: 'spliced',
    expected: 'section ids that are all different',
    found: `section id ${sectionId}, which ${JSON.stringify(other)} has as well`,
    why: 'QEMU counts sections up as it registers devices, so that two of one id are of two files: parts of several were put together',
    advice: ['save the machine again'],
    source: 'QEMU migration/savevm.c, vmstate_register_with_alias_id',
  };
}

/** The words for a payload that is longer or shorter than its device's. */
export function textForMismatch(expected: string, found: string): FindingText {
  return {
    cause: 'payload-misfit',
    expected,
    found,
    why: 'bytes of the payload were lost, added or overwritten, or a QEMU wrote it that no catalog knows',
    advice: ['compare with another file of the same machine: devstate diff', 'or save the machine again'],
    source: null,
  };
}

/** The words for a type of section that a device state does not have. */
export function textForType(type: number): FindingText {
  const names: Readonly<Record<number, string>> = {
    1: 'the start of a section of live migration',
    2: 'a part of a section of live migration',
    3: 'the end of a section of live migration',
    5: 'a subsection, which is only within sections',
    6: 'a description of the machine (VMDESCRIPTION)',
    7: 'a configuration, which only whole migration streams have',
    8: 'a command of live migration',
    126: 'a footer',
  };
  const name = Object.hasOwn(names, type) ? `: ${names[type]}` : '';
  return {
    cause: 'section-type',
    expected: '0x04, the type of all sections, or 0x00, which ends them',
    found: `${hexByte(type)}${name}`,
    why: 'the byte was damaged, bytes were lost or added in front of it, or the file is a part of a migration stream',
    advice: [LOAD_AGAIN],
    source: 'QEMU migration/savevm.c, qemu_loadvm_state_main',
  };
}

/** The words for bytes of a payload that look like a section. */
export function textForFalseHeader(idstr: string): FindingText {
  return {
    cause: 'false-header',
    expected: 'the payload of one section',
    found: `bytes that look like the header of a section ${JSON.stringify(idstr)}`,
    why: 'a guest can write what it likes into memory that a device saves; the schema of the device tells that these bytes are its own',
    advice: ['nothing: QEMU is not misled, as it knows the length; tools that look for headers are'],
    source: null,
  };
}
