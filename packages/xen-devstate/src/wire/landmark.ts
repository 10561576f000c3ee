/** What follows a payload. */
export type Landmark =
  | { readonly kind: 'footer'; readonly sectionId: number }
  | { readonly kind: 'header'; readonly sectionId: number; readonly idstr: string }
  | { readonly kind: 'magic' }
  /** The byte that ends the sections, and the number of bytes after it. */
  | { readonly kind: 'end'; readonly behind: number; readonly isMagicBehind: boolean }
  /** Nothing: the bytes end, possibly inside a footer. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'other' };

const FOOTER = 0x7e;
const FOOTER_SIZE = 5;
const SECTION_FULL = 0x04;
/** Type, section id, length of the name. */
const BEFORE_NAME = 6;
/** Instance id and version id. */
const BEHIND_NAME = 8;
/** Ids are counted up from 0; see `plausible` in the schema of headers. */
const MOST_SECTIONS = 0x10000;
const FARTHEST_HEADER = 2 ** 20;
/** `QEVM`, version 3. */
const MAGIC = [0x51, 0x45, 0x56, 0x4d, 0, 0, 0, 3] as const;

/** Identifies what is at an offset: see the grammar in QEMU migration/savevm.c, `qemu_loadvm_state_main`. */
export function landmarkAt(bytes: Uint8Array, offset: number): Landmark {
  const first = bytes[offset];
  if (first === undefined) return { kind: 'nothing' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (first === FOOTER && offset + FOOTER_SIZE > bytes.length) return { kind: 'nothing' };
  if (first === FOOTER) {
    const sectionId = view.getUint32(offset + 1);
    if (sectionId < MOST_SECTIONS) return { kind: 'footer', sectionId };
  }
  if (first === SECTION_FULL) return headerAt(bytes, offset) ?? { kind: 'other' };
  if (isMagic(bytes, offset)) return { kind: 'magic' };
  if (first !== 0) return { kind: 'other' };
  const behind = bytes.length - offset - 1;
  return { kind: 'end', behind, isMagicBehind: isMagic(bytes, offset + 1) };
}

/** A header as QEMU writes it; `undefined` for bytes that cannot be one. */
export function headerAt(
  bytes: Uint8Array,
  offset: number,
): Extract<Landmark, { readonly kind: 'header' }> | undefined {
  const length = bytes[offset + BEFORE_NAME - 1] ?? 0;
  const name = bytes.subarray(offset + BEFORE_NAME, offset + BEFORE_NAME + length);
  const end = offset + BEFORE_NAME + length + BEHIND_NAME;
  if (bytes[offset] !== SECTION_FULL || length === 0 || end > bytes.length) return undefined;
  if (!name.every((byte) => byte >= 0x20 && byte < 0x7f)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectionId = view.getUint32(offset + 1);
  if (sectionId >= MOST_SECTIONS) return undefined;
  return { kind: 'header', sectionId, idstr: String.fromCharCode(...name) };
}

/** The first bytes that look like a header at or after an offset, within 1 MiB. */
export function headerBehind(
  bytes: Uint8Array,
  offset: number,
): { readonly idstr: string; readonly offset: number } | undefined {
  const last = Math.min(bytes.length, offset + FARTHEST_HEADER);
  for (
    let at = bytes.indexOf(SECTION_FULL, offset);
    at >= 0 && at < last;
    at = bytes.indexOf(SECTION_FULL, at + 1)
  ) {
    const header = headerAt(bytes, at);
    if (header !== undefined) return { idstr: header.idstr, offset: at };
  }
  return undefined;
}

/** Whether another file begins at an offset. */
export function isMagic(bytes: Uint8Array, offset: number): boolean {
  return MAGIC.every((byte, i) => bytes[offset + i] === byte);
}

/** The offset of the next device state, at or after an offset; `undefined` if there is none. */
export function magicBehind(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0x51, from); at >= 0; at = bytes.indexOf(0x51, at + 1))
    if (isMagic(bytes, at)) return at;
  return undefined;
}
