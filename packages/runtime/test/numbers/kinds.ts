import type { NumberArray } from '@bytewright/runtime';
import {
  readBigInt64Array,
  readBigUint64Array,
  readInt8Array,
  readInt16Array,
  readInt32Array,
  readUint8Array,
  readUint16Array,
  readUint32Array,
} from '@bytewright/runtime';

/** A kind of number, with a reader of one that we did not write: the DataView. */
export interface NumberKind {
  readonly name: string;
  readonly size: 1 | 2 | 4 | 8;
  readonly read: (bytes: Uint8Array, from: number, count: number, littleEndian: boolean) => NumberArray;
  readonly get: (view: DataView, at: number, littleEndian: boolean) => number | bigint;
}

/** The eight kinds that have bulk readers. */
export const NUMBER_KINDS: readonly NumberKind[] = [
  { name: 'Uint8Array', size: 1, read: readUint8Array, get: (view, at) => view.getUint8(at) },
  { name: 'Int8Array', size: 1, read: readInt8Array, get: (view, at) => view.getInt8(at) },
  { name: 'Uint16Array', size: 2, read: readUint16Array, get: (view, at, le) => view.getUint16(at, le) },
  { name: 'Int16Array', size: 2, read: readInt16Array, get: (view, at, le) => view.getInt16(at, le) },
  { name: 'Uint32Array', size: 4, read: readUint32Array, get: (view, at, le) => view.getUint32(at, le) },
  { name: 'Int32Array', size: 4, read: readInt32Array, get: (view, at, le) => view.getInt32(at, le) },
  {
    name: 'BigUint64Array',
    size: 8,
    read: readBigUint64Array,
    get: (view, at, le) => view.getBigUint64(at, le),
  },
  {
    name: 'BigInt64Array',
    size: 8,
    read: readBigInt64Array,
    get: (view, at, le) => view.getBigInt64(at, le),
  },
];

/** The numbers of a range, one by one with a DataView. */
export function numbersOneByOne(
  kind: NumberKind,
  bytes: Uint8Array,
  from: number,
  count: number,
  littleEndian: boolean,
): (number | bigint)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, i) => kind.get(view, from + i * kind.size, littleEndian));
}
