import { isDecodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import {
  bytesSource,
  extractDeviceState,
  findDeviceState,
  replaceDeviceState,
} from '../../src/containers/index.js';
import { fixture, joined } from './fixture.js';

const state = fixture('xen-4.17/minimal-neverrun.dev.gz');
const image = fixture('xen-4.17/minimal-neverrun.xl-save.gz');
/** The libxc stream in the image: after the header of LIBXC_CONTEXT, up to EMULATOR_CONTEXT. */
const libxc = image.subarray(32 + 16 + 4 + 0x43f + 16 + 8, 10891);
const longer = joined(state.subarray(0, -1), '04 00000fff 01 41 00000000 00000000 00');

function u32le(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

function replaced(bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const source = bytesSource(bytes);
  return new Uint8Array(Buffer.concat([...replaceDeviceState(source, findDeviceState(source), other)]));
}

function failure(bytes: Uint8Array): readonly unknown[] {
  try {
    findDeviceState(bytesSource(bytes));
  } catch (error) {
    if (isDecodeError(error)) return [error.code, error.offset, error.path];
    throw error;
  }
  return [];
}

describe('a suspend image of xenopsd', () => {
  const xenopsd = (blob: Uint8Array): Uint8Array =>
    joined(
      "'XenSavedDomv2-\n",
      '0f00000000000000 0500000000000000',
      "'<vm/>",
      'f000000000000000 0000000000000000',
      libxc,
      '010f000000000000',
      u32le(blob.length),
      '00000000',
      blob,
      'ffff000000000000 0000000000000000',
    );

  test('contains a device state after a libxc stream without a length', () => {
    const bytes = xenopsd(state);
    const found = findDeviceState(bytesSource(bytes));
    expect(found).toEqual({
      kind: 'xenopsd',
      record: 15 + 16 + 5 + 16 + libxc.length,
      offset: 15 + 16 + 5 + 16 + libxc.length + 16,
      length: state.length,
    });
    expect(extractDeviceState(bytesSource(bytes), found)).toEqual(state);
    expect(replaced(bytes, longer)).toEqual(xenopsd(longer));
    expect(replaced(bytes, state)).toEqual(bytes);
  });

  test('is rejected if it cannot be skipped', () => {
    const start = "'XenSavedDomv2-\n";
    expect(failure(joined(start, 'f200000000000000 0000000000000000'))).toEqual([
      'unknown-tag',
      15,
      'records[0].type',
    ]);
    expect(failure(joined(start, '0f00000000000000 ffffffffffffffff'))).toEqual([
      'invalid-value',
      23,
      'records[0].length',
    ]);
    expect(failure(joined(start, '0f00000000000000 0000000000000040'))[0]).toBe('invalid-value');
    expect(failure(joined(start, 'ffff000000000000 0000000000000000'))).toEqual([
      'no-boundary',
      15,
      'records[0]',
    ]);
    expect(failure(joined(start, '0f00000000000000 0500000000000000', "'<vm"))).toEqual([
      'unexpected-end',
      31,
      'records[0].body',
    ]);
  });
});

describe('a legacy image', () => {
  const xl = "'Xen saved domain, xl format\n \0 \r";
  const front = joined(
    xl,
    '04030201 01000000 00000000 06000000 02000000',
    "'{}",
    new Uint8Array(3000).fill(0x4d),
  );
  const memory = joined("'DeviceModelRecord0002", u32le(7), "'QEVM...");

  test.each([
    ['QemuDeviceModelRecord', (blob: Uint8Array) => joined("'QemuDeviceModelRecord", blob)],
    [
      'DeviceModelRecord0002',
      (blob: Uint8Array) => joined("'DeviceModelRecord0002", u32le(blob.length), blob),
    ],
    [
      'RemusDeviceModelState',
      (blob: Uint8Array) => joined("'RemusDeviceModelState", u32le(blob.length), blob),
    ],
    [
      'QemuDeviceModelRecord\n',
      (blob: Uint8Array) => joined("'QemuDeviceModelRecord\n", u32le(blob.length).reverse(), blob),
    ],
  ])('contains a device state after %j', (signature, tail) => {
    for (const before of [new Uint8Array(0), front, joined("'XenSavedDomain\n", memory, memory)]) {
      const bytes = joined(before, tail(state));
      const found = findDeviceState(bytesSource(bytes));
      expect(found).toEqual({
        kind: 'legacy',
        signature,
        record: before.length,
        offset: bytes.length - state.length,
        length: state.length,
      });
      expect(replaced(bytes, longer)).toEqual(joined(before, tail(longer)));
    }
  });

  test('has no device state if the length does not extend to the end', () => {
    const bytes = joined(front, "'DeviceModelRecord0002", u32le(state.length + 1), state);
    expect(failure(bytes).slice(0, 1)).toEqual(['no-boundary']);
  });
});

describe('other bytes', () => {
  test('can be a device state', () => {
    const found = findDeviceState(bytesSource(state));
    expect(found).toEqual({ kind: 'device-state', offset: 0, length: state.length });
    expect(replaced(state, longer)).toEqual(longer);
  });

  test.each([
    [new Uint8Array(0)],
    [joined('00')],
    [joined("'QEV")],
    [joined("'Model", new Uint8Array(100))],
    [new Uint8Array(3_000_000).fill(0x4d)],
    [joined("'XenSavedDomain\n")],
  ])('are rejected', (bytes) => {
    expect(failure(bytes)).toEqual(['no-arm', 0, '']);
  });

  test('that are mostly random give only our errors', () => {
    const starts = [
      "'Xen saved domain, xl format\n \0 \r",
      "'LibxlFmt",
      "'XenSavedDomv2-\n",
      "'QEVM\0\0\0\x03\x07",
      "'QEVM\0\0\0\x03\x01",
    ];
    let seed = 1;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (seed >> 16) & (seed & 0x10000 ? 0xff : 0x07);
    };
    for (let run = 0; run < 3000; run++) {
      const bytes = joined(starts[run % starts.length] ?? '', Uint8Array.from({ length: run % 200 }, random));
      expect(failure(bytes).length).toBe(3);
    }
  });
});
