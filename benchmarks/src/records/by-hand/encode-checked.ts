import type { Row, Table, Tag } from '../generated/records.js';
import { KIND_NUMBERS } from './encode.js';
import { finishGrowing, grow, putText, startGrowing } from './output.js';

/**
 * Encodes a table with all checks that generated code makes: type and range of each value, well-formed texts, NaN that would
 * not come back, lists that are lists, and the number of keys.
 *
 * @throws Error where something is wrong.
 */
export function encodeByHandChecked(value: Table): Uint8Array {
  keys(value, 1);
  const { rows } = value;
  if (!Array.isArray(rows)) throw wrong('rows');
  const out = startGrowing();
  let { bytes, view } = out;
  let o = 8;
  view.setUint32(0, 0x5245434f);
  view.setUint32(4, rows.length);
  for (const row of rows) {
    checkRow(row);
    const { tags } = row;
    const most = 42 + 3 * (row.name.length + row.note.length) + 6 * tags.length;
    if (bytes.length - o < most) {
      grow(out, o + most);
      ({ bytes, view } = out);
    }
    view.setUint32(o, row.id);
    bytes[o + 4] = KIND_NUMBERS[row.kind] ?? 0;
    view.setUint16(o + 5, row.flags);
    view.setBigUint64(o + 7, row.created);
    view.setFloat64(o + 15, row.latitude);
    view.setFloat64(o + 23, row.longitude);
    view.setInt16(o + 31, row.temperature);
    view.setFloat32(o + 33, row.score);
    bytes[o + 37] = row.active ? 1 : 0;
    const nameSize = putText(bytes, row.name, o + 39);
    if (nameSize > 255 || (nameSize !== row.name.length && LONE_SURROGATE.test(row.name)))
      throw wrong('name');
    bytes[o + 38] = nameSize;
    o += 39 + nameSize;
    const noteSize = putText(bytes, row.note, o + 2);
    if (noteSize > 65_535 || (noteSize !== row.note.length && LONE_SURROGATE.test(row.note)))
      throw wrong('note');
    view.setUint16(o, noteSize);
    o += 2 + noteSize;
    bytes[o++] = tags.length;
    for (const tag of tags) {
      checkTag(tag);
      view.setUint16(o, tag.key);
      view.setUint32(o + 2, tag.value);
      o += 6;
    }
  }
  return finishGrowing(out, o);
}

function checkRow(row: Row): void {
  keys(row, 12);
  const { id, flags, created, temperature, score } = row;
  if (typeof id !== 'number' || id >>> 0 !== id || Object.is(id, -0)) throw wrong('id');
  if (!Object.hasOwn(KIND_NUMBERS, row.kind)) throw wrong('kind');
  if (typeof flags !== 'number' || (flags & 0xffff) !== flags || Object.is(flags, -0)) throw wrong('flags');
  if (typeof created !== 'bigint' || BigInt.asUintN(64, created) !== created) throw wrong('created');
  checkFloat(row.latitude);
  checkFloat(row.longitude);
  if (
    typeof temperature !== 'number' ||
    (temperature << 16) >> 16 !== temperature ||
    Object.is(temperature, -0)
  )
    throw wrong('temperature');
  checkFloat(score);
  if (!Object.is(Math.fround(score), score)) throw wrong('score');
  if (typeof row.active !== 'boolean') throw wrong('active');
  checkText(row.name);
  checkText(row.note);
  if (!Array.isArray(row.tags) || row.tags.length > 255) throw wrong('tags');
}

function checkTag(tag: Tag): void {
  keys(tag, 2);
  const { key, value } = tag;
  if (typeof key !== 'number' || (key & 0xffff) !== key || Object.is(key, -0)) throw wrong('key');
  if (typeof value !== 'number' || value >>> 0 !== value || Object.is(value, -0)) throw wrong('value');
}

function checkFloat(value: unknown): void {
  if (typeof value !== 'number') throw wrong('a number');
}

function checkText(text: unknown): void {
  if (typeof text !== 'string') throw wrong('a text');
}

/** A half of a pair would be written as another character. Texts of as many bytes as characters have none. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function keys(object: object, count: number): void {
  let found = 0;
  for (const _ in object) found++;
  if (found !== count) throw wrong('keys');
}

function wrong(what: string): Error {
  return new RangeError(`Wrong: ${what}`);
}
