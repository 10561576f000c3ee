import type { ExtraField, Timestamps } from '../../../examples/zip/generated/zip.js';

/** Of the kinds of extra fields, the archive that is measured has only this one. */
const TIMESTAMPS = 0x5455;

/**
 * Reads extra fields.
 *
 * @throws Error for kinds that the archive that is measured does not have.
 */
export function readExtra(view: DataView, from: number, to: number): ExtraField[] {
  const fields: ExtraField[] = [];
  let o = from;
  while (o < to) {
    if (to - o < 4 || to - o - 4 < view.getUint16(o + 2, true))
      throw new RangeError(`An extra field ends at ${to}`);
    const size = view.getUint16(o + 2, true);
    if (view.getUint16(o, true) !== TIMESTAMPS || size % 4 !== 1)
      throw new Error(`Another extra field at ${o}`);
    fields.push({ type: 'timestamps', data: readTimestamps(view, o + 4, size) });
    o += 4 + size;
  }
  return fields;
}

function readTimestamps(view: DataView, at: number, size: number): Timestamps {
  const bits = view.getUint8(at);
  const times = new Int32Array((size - 1) / 4);
  for (let i = 0; i < times.length; i++) times[i] = view.getInt32(at + 1 + 4 * i, true);
  const there = {
    modified: (bits & 1) !== 0,
    accessed: (bits & 2) !== 0,
    created: (bits & 4) !== 0,
    unknown: bits & ~7,
  };
  return { there, times };
}

/** Bytes that extra fields take. */
export function extraSize(fields: readonly ExtraField[]): number {
  let size = 0;
  for (const field of fields) size += 5 + 4 * timestampsIn(field).times.length;
  return size;
}

/** Writes what {@link readExtra} reads, and gives where it ends. */
export function writeExtra(view: DataView, at: number, fields: readonly ExtraField[]): number {
  let o = at;
  for (const field of fields) {
    const { there, times } = timestampsIn(field);
    view.setUint16(o, TIMESTAMPS, true);
    view.setUint16(o + 2, 1 + 4 * times.length, true);
    const named = Number(there.modified) | (Number(there.accessed) << 1) | (Number(there.created) << 2);
    view.setUint8(o + 4, there.unknown | named);
    o += 5;
    for (const time of times) {
      view.setInt32(o, time, true);
      o += 4;
    }
  }
  return o;
}

function timestampsIn(field: ExtraField): Timestamps {
  if (field.type !== 'timestamps') throw new Error('Another extra field');
  return field.data;
}
