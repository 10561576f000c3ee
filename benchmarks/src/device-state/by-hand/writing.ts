/** Where a hand-written encoder stands in its output, which grows. */
export interface Writing {
  bytes: Uint8Array;
  view: DataView;
  /** Where what comes next begins. */
  at: number;
}

/** As large as the last output: what is written next is often as large. */
let likelySize = 65_536;

/** Begins to write. */
export function startWriting(): Writing {
  const bytes = new Uint8Array(likelySize);
  return { bytes, view: new DataView(bytes.buffer), at: 0 };
}

/** What was written. */
export function finishWriting({ bytes, at }: Writing): Uint8Array {
  likelySize = at;
  return bytes.subarray(0, at);
}

/** Sees that there is room up to `end`. */
export function room(w: Writing, end: number): void {
  if (end > w.bytes.length) grow(w, end);
}

function grow(w: Writing, end: number): void {
  const bytes = new Uint8Array(Math.max(end, 2 * w.bytes.length));
  bytes.set(w.bytes);
  w.bytes = bytes;
  w.view = new DataView(bytes.buffer);
}

/** Goes over so many bytes, and gives where they begin. */
export function cover(w: Writing, size: number): number {
  const from = w.at;
  room(w, from + size);
  w.at = from + size;
  return from;
}

/**
 * Writes bytes whose number is fixed.
 *
 * @throws RangeError where there are more or fewer.
 */
export function putBytes({ bytes }: Writing, at: number, size: number, value: Uint8Array): void {
  if (value.length !== size) throw new RangeError(`${value.length} bytes, not ${size}`);
  if (size > 32) bytes.set(value, at);
  else for (let i = 0; i < size; i++) bytes[at + i] = value[i] ?? 0;
}

/** Writes bytes without meaning: zeros unless there are others. */
export function putPadding(w: Writing, at: number, size: number, value: Uint8Array | undefined): void {
  if (value === undefined) for (let i = 0; i < size; i++) w.bytes[at + i] = 0;
  else putBytes(w, at, size, value);
}

/** Writes a short ASCII text behind its length. */
export function putAscii(w: Writing, text: string): void {
  const size = text.length;
  if (size > 255) throw new RangeError(`${size} characters`);
  let at = cover(w, 1 + size);
  w.bytes[at++] = size;
  for (let i = 0; i < size; i++) w.bytes[at + i] = text.charCodeAt(i);
}

/** Writes one byte. */
export function putByte(w: Writing, value: number): void {
  const at = cover(w, 1); // first: there may be other bytes afterwards
  w.bytes[at] = value;
}

/** Writes a number of 32 bits. */
export function putWord(w: Writing, value: number): void {
  const at = cover(w, 4);
  w.view.setUint32(at, value);
}

/** Begins a subsection. */
export function putSubsectionStart(w: Writing, name: string, version: number): void {
  putByte(w, 5);
  putAscii(w, name);
  putWord(w, version);
}

/** Sees that there are no subsections where none occurs. */
export function none(subsections: readonly never[]): void {
  if (subsections.length > 0) throw new RangeError('Unknown subsections');
}
