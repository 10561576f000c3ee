/** The place of a section, found without a schema. */
export interface PlainSection {
  readonly offset: number;
  readonly id: number;
  readonly idstr: string;
  readonly instance: number;
  readonly version: number;
  readonly payload: number;
  readonly end: number;
}

/**
 * A second opinion on the places of sections, written by hand from the documented format and not from the schema: a header is
 * `04`, an id below 65536, a length byte, that many printable characters, and eight more bytes.
 */
export function headerAt(bytes: Uint8Array, at: number): Omit<PlainSection, 'end'> | undefined {
  if (at + 6 > bytes.length || bytes[at] !== 4) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const id = buffer.readUInt32BE(at + 1);
  const length = buffer[at + 5]!;
  const behind = at + 6 + length;
  if (id >= 65536 || length === 0 || behind + 8 > bytes.length) return undefined;
  const idstr = buffer.toString('latin1', at + 6, behind);
  if ([...idstr].some((char) => char < ' ' || char > '~')) return undefined;
  const instance = buffer.readUInt32BE(behind);
  return { offset: at, id, idstr, instance, version: buffer.readUInt32BE(behind + 4), payload: behind + 8 };
}

/** Whether the footer of a section is at an offset. */
export function footerAt(bytes: Uint8Array, at: number, id: number): boolean {
  if (at + 5 > bytes.length || bytes[at] !== 0x7e) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readUInt32BE(at + 1) === id;
}

/** The sections of an intact file that ends with its EOF byte. */
export function plainSections(bytes: Uint8Array, footers: boolean): PlainSection[] {
  const sections: PlainSection[] = [];
  for (let at = 8; bytes[at] === 4; ) {
    const header = headerAt(bytes, at);
    if (header === undefined) throw new Error(`no header at ${at}`);
    let end = header.payload;
    const follows = (next: number): boolean =>
      headerAt(bytes, next) !== undefined || (bytes[next] === 0 && next === bytes.length - 1);
    while (footers ? !(footerAt(bytes, end, header.id) && follows(end + 5)) : !follows(end)) end++;
    sections.push({ ...header, end });
    at = end + (footers ? 5 : 0);
  }
  return sections;
}

/**
 * Whether the rules accept a truncated file without footers: each payload ends at the next header, or at a zero byte that is the
 * last one. If there is only one section, it is not accepted without a footer if it contains its own footer.
 */
export function acceptsWithoutFooters(bytes: Uint8Array): boolean {
  if (bytes.length < 9) return false;
  if (bytes[8] === 0) return true; // no section; whatever follows is kept
  let at = 8;
  for (let first = true; ; first = false) {
    const header = headerAt(bytes, at);
    if (header === undefined) return false;
    let next = header.payload;
    while (next < bytes.length && headerAt(bytes, next) === undefined) next++;
    if (next < bytes.length) {
      at = next;
      continue;
    }
    if (first) {
      for (let p = header.payload; p < bytes.length; p++) if (footerAt(bytes, p, header.id)) return false;
    }
    return bytes.length > header.payload && bytes[bytes.length - 1] === 0;
  }
}
