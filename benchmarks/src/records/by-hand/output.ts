/** Bytes that are written, in a buffer that grows. */
export interface Growing {
  bytes: Uint8Array;
  view: DataView;
}

const utf8 = new TextEncoder();

/** As large as the last output: what is written next is often as large. */
let likelySize = 65_536;

/** Begins to write. */
export function startGrowing(): Growing {
  const bytes = new Uint8Array(likelySize);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** Makes room for so many bytes in all. */
export function grow(out: Growing, size: number): void {
  const bytes = new Uint8Array(Math.max(size, 2 * out.bytes.length));
  bytes.set(out.bytes);
  out.bytes = bytes;
  out.view = new DataView(bytes.buffer);
}

/** What was written. */
export function finishGrowing({ bytes }: Growing, size: number): Uint8Array {
  likelySize = size;
  return bytes.subarray(0, size);
}

/** Characters up to which a text is written one by one, as long as they are ASCII. */
const SHORT = 64;

/** Writes a text as UTF-8, for which there is room, and gives the number of its bytes. */
export function putText(bytes: Uint8Array, text: string, at: number): number {
  const { length } = text;
  if (length <= SHORT) {
    let i = 0;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) break;
      bytes[at + i] = code;
    }
    if (i === length) return length;
  }
  return utf8.encodeInto(text, bytes.subarray(at, at + 3 * length)).written;
}
