import type { NumberArray } from '@bytewright/runtime';
import type { Output } from '@bytewright/runtime/codec';
import {
  readBigInt64Array,
  readBigUint64Array,
  readInt8Array,
  readInt16Array,
  readInt32Array,
  readUint8Array,
  readUint16Array,
  readUint32Array,
  writeBigInt64Array,
  writeBigUint64Array,
  writeInt8Array,
  writeInt16Array,
  writeInt32Array,
  writeUint8Array,
  writeUint16Array,
  writeUint32Array,
} from '@bytewright/runtime/codec';

/** A kind of number, with a reader of one that we did not write: the DataView. */
export interface NumberKind {
  readonly name: string;
  readonly size: 1 | 2 | 4 | 8;
  readonly read: (bytes: Uint8Array, from: number, count: number, littleEndian: boolean) => NumberArray;
  /** A method, since each kind takes arrays of its own type only. */
  write(output: Output, numbers: NumberArray, littleEndian: boolean, offset: number, path: string): number;
  readonly get: (view: DataView, at: number, littleEndian: boolean) => number | bigint;
}

/** The eight kinds that have bulk readers. */
export const NUMBER_KINDS: readonly NumberKind[] = [
  {
    name: 'Uint8Array',
    size: 1,
    read: readUint8Array,
    write: writeUint8Array as NumberKind['write'],
    get: (view, at) => view.getUint8(at),
  },
  {
    name: 'Int8Array',
    size: 1,
    read: readInt8Array,
    write: writeInt8Array as NumberKind['write'],
    get: (view, at) => view.getInt8(at),
  },
  {
    name: 'Uint16Array',
    size: 2,
    read: readUint16Array,
    write: writeUint16Array as NumberKind['write'],
    get: (view, at, le) => view.getUint16(at, le),
  },
  {
    name: 'Int16Array',
    size: 2,
    read: readInt16Array,
    write: writeInt16Array as NumberKind['write'],
    get: (view, at, le) => view.getInt16(at, le),
  },
  {
    name: 'Uint32Array',
    size: 4,
    read: readUint32Array,
    write: writeUint32Array as NumberKind['write'],
    get: (view, at, le) => view.getUint32(at, le),
  },
  {
    name: 'Int32Array',
    size: 4,
    read: readInt32Array,
    write: writeInt32Array as NumberKind['write'],
    get: (view, at, le) => view.getInt32(at, le),
  },
  {
    name: 'BigUint64Array',
    size: 8,
    read: readBigUint64Array,
    write: writeBigUint64Array as NumberKind['write'],
    get: (view, at, le) => view.getBigUint64(at, le),
  },
  {
    name: 'BigInt64Array',
    size: 8,
    read: readBigInt64Array,
    write: writeBigInt64Array as NumberKind['write'],
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
