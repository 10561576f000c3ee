import type { Table } from '../generated/records.js';
import { finishGrowing, grow, putText, startGrowing } from './output.js';

/** The numbers of kinds. */
export const KIND_NUMBERS: Readonly<Record<string, number>> = { alpha: 0, beta: 1, gamma: 2 };

/**
 * Encodes a table: numbers that do not fit are seen, types are not.
 *
 * @throws Error where something does not fit.
 */
export function encodeByHand({ rows }: Table): Uint8Array {
  const out = startGrowing();
  let { bytes, view } = out;
  let o = 8;
  view.setUint32(0, 0x5245434f);
  view.setUint32(4, rows.length);
  for (const row of rows) {
    const { tags } = row;
    const most = 42 + 3 * (row.name.length + row.note.length) + 6 * tags.length;
    if (bytes.length - o < most) {
      grow(out, o + most);
      ({ bytes, view } = out);
    }
    const kind = KIND_NUMBERS[row.kind];
    if (
      kind === undefined ||
      row.id >>> 0 !== row.id ||
      (row.flags & 0xffff) !== row.flags ||
      (row.temperature << 16) >> 16 !== row.temperature ||
      tags.length > 255
    )
      throw new RangeError(`No record: ${row.id}`);
    view.setUint32(o, row.id);
    bytes[o + 4] = kind;
    view.setUint16(o + 5, row.flags);
    view.setBigUint64(o + 7, row.created);
    view.setFloat64(o + 15, row.latitude);
    view.setFloat64(o + 23, row.longitude);
    view.setInt16(o + 31, row.temperature);
    view.setFloat32(o + 33, row.score);
    bytes[o + 37] = row.active ? 1 : 0;
    const nameSize = putText(bytes, row.name, o + 39);
    if (nameSize > 255) throw new RangeError(`A name of ${nameSize} bytes`);
    bytes[o + 38] = nameSize;
    o += 39 + nameSize;
    const noteSize = putText(bytes, row.note, o + 2);
    if (noteSize > 65_535) throw new RangeError(`A note of ${noteSize} bytes`);
    view.setUint16(o, noteSize);
    o += 2 + noteSize;
    bytes[o++] = tags.length;
    for (const tag of tags) {
      if ((tag.key & 0xffff) !== tag.key || tag.value >>> 0 !== tag.value) throw new RangeError('No tag');
      view.setUint16(o, tag.key);
      view.setUint32(o + 2, tag.value);
      o += 6;
    }
  }
  return finishGrowing(out, o);
}
