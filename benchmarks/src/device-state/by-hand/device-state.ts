import type { Reading } from './reading.js';
import { bytesAt, need, startReading, take } from './reading.js';
import type { Section } from './section.js';
import { readSection, writeSection } from './section.js';
import type { Writing } from './writing.js';
import { cover, finishWriting, putByte, startWriting } from './writing.js';

/** A file, as the generated code's value is. */
export interface DeviceState {
  footers: boolean;
  sections: Section[];
  trailing: Uint8Array;
}

const MAGIC = 0x5145564d;
const SECTION = 4;
const FOOTER = 0x7e;

/**
 * Decodes one of the files that are measured, as fast as it can be done by hand: no section is searched for its end, as
 * every field of it is known.
 *
 * @throws Error for any other file.
 */
export function decodeByHand(bytes: Uint8Array): DeviceState {
  const r = startReading(bytes);
  need(r, 9);
  if (r.view.getUint32(0) !== MAGIC || r.view.getUint32(4) !== 3) throw new Error('No device state');
  r.at = 8;
  const sections: Section[] = [];
  while (r.view.getUint8(take(r, 1)) === SECTION) {
    const section = readSection(r);
    if (sections.length === 0) r.footers = bytes[r.at] === FOOTER;
    if (r.footers) readFooter(r, section.sectionId);
    sections.push(section);
  }
  if (bytes[r.at - 1] !== 0) throw new Error(`No section at ${r.at - 1}`);
  return { footers: r.footers, sections, trailing: bytesAt(r, r.at, bytes.length - r.at) };
}

function readFooter(r: Reading, sectionId: number): void {
  const at = take(r, 5);
  if (r.view.getUint8(at) !== FOOTER || r.view.getUint32(at + 1) !== sectionId)
    throw new Error(`No footer at ${at}`);
}

/** Writes what {@link decodeByHand} reads. */
export function encodeByHand(value: DeviceState): Uint8Array {
  const w = startWriting();
  const start = cover(w, 8);
  w.view.setUint32(start, MAGIC);
  w.view.setUint32(start + 4, 3);
  for (const section of value.sections) {
    putByte(w, SECTION);
    writeSection(w, section);
    if (value.footers) writeFooter(w, section.sectionId);
  }
  putByte(w, 0);
  const { trailing } = value;
  const at = cover(w, trailing.length);
  w.bytes.set(trailing, at);
  return finishWriting(w);
}

function writeFooter(w: Writing, sectionId: number): void {
  const at = cover(w, 5);
  w.bytes[at] = FOOTER;
  w.view.setUint32(at + 1, sectionId);
}
