import type { Row, Table, Tag } from '../generated/records.js';

const KINDS = ['alpha', 'beta', 'gamma'] as const;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes up to which a text is put together from its characters. */
const SHORT = 24;

/**
 * Decodes a table as a careful author would: one look at the end for each run of fields, and all that can be wrong is seen.
 *
 * @throws Error where something is.
 */
export function decodeByHand(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length;
  if (end < 8 || view.getUint32(0) !== 0x5245434f) throw new Error('No table');
  const count = view.getUint32(4);
  let o = 8;
  if (count * 42 > end - o) throw tooShort(end);
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    if (end - o < 39) throw tooShort(end);
    const kind = KINDS[bytes[o + 4] ?? 3];
    if (kind === undefined) throw new Error(`No kind at ${o + 4}`);
    const active = bytes[o + 37] ?? 0;
    if (active > 1) throw new Error(`No boolean at ${o + 37}`);
    const nameEnd = o + 39 + (bytes[o + 38] ?? 0);
    if (end - nameEnd < 2) throw tooShort(end);
    const noteStart = nameEnd + 2;
    const noteEnd = noteStart + view.getUint16(nameEnd);
    if (end - noteEnd < 1) throw tooShort(end);
    const tagCount = bytes[noteEnd] ?? 0;
    let t = noteEnd + 1;
    if (end - t < tagCount * 6) throw tooShort(end);
    const tags: Tag[] = [];
    for (let j = 0; j < tagCount; j++, t += 6)
      tags.push({ key: view.getUint16(t), value: view.getUint32(t + 2) });
    rows.push({
      id: view.getUint32(o),
      kind,
      flags: view.getUint16(o + 5),
      created: view.getBigUint64(o + 7),
      latitude: view.getFloat64(o + 15),
      longitude: view.getFloat64(o + 23),
      temperature: view.getInt16(o + 31),
      score: view.getFloat32(o + 33),
      active: active === 1,
      name: textAt(bytes, o + 39, nameEnd),
      note: textAt(bytes, noteStart, noteEnd),
      tags,
    });
    o = t;
  }
  if (o !== end) throw new Error(`More bytes at ${o}`);
  return { rows };
}

function tooShort(end: number): Error {
  return new RangeError(`The input ends at ${end}`);
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= SHORT) {
    let all = 0;
    for (let i = from; i < to; i++) all |= bytes[i] ?? 0;
    if (all < 0x80) return asciiAt(bytes, from, to);
  }
  return utf8.decode(bytes.subarray(from, to));
}

function asciiAt(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let i = from;
  for (; i + 4 <= to; i += 4)
    text += String.fromCharCode(bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0, bytes[i + 3] ?? 0);
  for (; i < to; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
