import { ok } from 'node:assert/strict';
import type { Layout, NumberType } from './layout.js';

const READ: Readonly<
  Record<NumberType, readonly [size: number, (view: DataView, at: number) => number | bigint]>
> = {
  u8: [1, (view, at) => view.getUint8(at)],
  i8: [1, (view, at) => view.getInt8(at)],
  u16: [2, (view, at) => view.getUint16(at)],
  i16: [2, (view, at) => view.getInt16(at)],
  u32: [4, (view, at) => view.getUint32(at)],
  i32: [4, (view, at) => view.getInt32(at)],
  i32le: [4, (view, at) => view.getInt32(at, true)],
  u64: [8, (view, at) => view.getBigUint64(at)],
  i64: [8, (view, at) => view.getBigInt64(at)],
};

/** How a peer calls a field. */
export type NameOf = (name: string) => string;

/**
 * Holds each number and all bytes of a peer's value against the file: its names are those of QEMU's description, so it
 * cannot be compared with values of ours. Numbers of 64 bits may be inexact, a pair of halves, or bytes.
 *
 * @throws AssertionError at the first one that is another.
 */
export function checkLeaves(value: unknown, layout: Layout, bytes: Uint8Array, nameOf: NameOf): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const check = (found: unknown, type: Layout, path: string): void => {
    switch (type.kind) {
      case 'struct':
        for (const field of type.fields) {
          const members = found as Readonly<Record<string, unknown>>; // it is looked at, whatever it is
          check(members[nameOf(field.name)], field.type, `${path}.${field.name}`);
        }
        break;
      case 'array': {
        const items = found as ArrayLike<unknown>;
        for (let i = 0; i < type.count; i++) check(items[i], type.element, `${path}[${i}]`);
        break;
      }
      case 'bytes':
        checkBytes(found, bytes.subarray(at, at + type.size), path);
        at += type.size;
        break;
      case 'number': {
        const [size, read] = READ[type.type];
        checkNumber(found, read(view, at), bytes.subarray(at, at + size), path);
        at += size;
      }
    }
  };
  check(value, layout, '');
  ok(at === bytes.length, `${bytes.length - at} bytes are left`);
}

function checkBytes(found: unknown, expected: Uint8Array, path: string): void {
  const bytes = typeof found === 'string' ? Buffer.from(found, 'latin1') : found;
  ok(bytes instanceof Uint8Array && Buffer.from(expected).equals(bytes), `other bytes at ${path}`);
}

function checkNumber(found: unknown, expected: number | bigint, bytes: Uint8Array, path: string): void {
  if (found instanceof Uint8Array) checkBytes(found, bytes, path);
  else if (Array.isArray(found)) {
    const [high, low] = (found as readonly number[]).map((half) => BigInt.asUintN(32, BigInt(half)));
    ok(
      high !== undefined && low !== undefined && BigInt.asUintN(64, BigInt(expected)) === (high << 32n) + low,
      `another number at ${path}`,
    );
  } else
    ok(
      typeof found === 'bigint' ? found === BigInt(expected) : found === Number(expected),
      `another number at ${path}: ${found}, not ${expected}`,
    );
}
