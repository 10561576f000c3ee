/** Where a hand-written decoder stands in its input. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where what comes next begins. */
  at: number;
  /** Whether a footer follows every section. */
  footers: boolean;
}

/** Begins to read an input. */
export function startReading(bytes: Uint8Array): Reading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { bytes, view, at: 0, footers: false };
}

/**
 * Sees that a run of fields is there: what is behind it needs no more looking after.
 *
 * @throws RangeError where the input ends before `end`.
 */
export function need(r: Reading, end: number): void {
  if (end > r.bytes.length) throw new RangeError(`The input ends at ${r.bytes.length}, before ${end}`);
}

/** Goes over so many bytes, and gives where they begin. */
export function take(r: Reading, size: number): number {
  const from = r.at;
  need(r, from + size);
  r.at = from + size;
  return from;
}

/** A boolean; the number where it is neither 0 nor 1. */
export function truth(r: Reading, at: number): boolean | number {
  const byte = r.view.getUint8(at);
  return byte === 0 ? false : byte === 1 ? true : byte;
}

/** A copy of bytes. */
export function bytesAt({ bytes }: Reading, from: number, size: number): Uint8Array {
  return bytes.slice(from, from + size);
}

/** Bytes without meaning: `undefined` where all are zero, as they should be. */
export function paddingAt(r: Reading, from: number, size: number): Uint8Array | undefined {
  const { bytes } = r;
  for (let at = from; at < from + size; at++) if (bytes[at] !== 0) return bytesAt(r, from, size);
  return undefined;
}

/** ASCII text, which is checked. */
export function asciiAt({ bytes }: Reading, from: number, size: number): string {
  let text = '';
  for (let at = from; at < from + size; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e) throw new Error(`No name at ${from}`);
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The name of a subsection of `owner` if there is one: the version is what comes next then. */
export function subsectionAhead(r: Reading, owner: string): string | undefined {
  const { bytes, at } = r;
  if (bytes[at] !== 5) return undefined;
  const size = bytes[at + 1] ?? 0;
  need(r, at + 6 + size);
  const name = asciiAt(r, at + 2, size);
  if (size <= owner.length || !name.startsWith(owner)) return undefined;
  r.at = at + 2 + size;
  return name;
}

/** The version of a subsection, which must be the one that is known. */
export function subsectionVersion(r: Reading, known: number): number {
  const version = r.view.getUint32(take(r, 4));
  if (version !== known) throw new Error(`Version ${version}, not ${known}`);
  return version;
}

/** Sees that no subsection of `owner` comes: none occurs in what is measured. */
export function noSubsections(r: Reading, owner: string): void {
  const name = subsectionAhead(r, owner);
  if (name !== undefined) throw new Error(`Unknown subsection ${name}`);
}
