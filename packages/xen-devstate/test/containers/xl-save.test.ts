import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDecodeError, isEncodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/containers/index.js';
import {
  bytesSource,
  extractDeviceState,
  findDeviceState,
  replaceDeviceState,
} from '../../src/containers/index.js';
import { fileSource } from '../../src/containers/input/file-source.js';
import { decodeXlSaveImage, encodeXlSaveImage } from '../../src/generated/containers/xl-save-image.js';
import { decodeDeviceState } from '../../src/wire/codec.js';
import { plainSections } from '../codec/plain-reader.js';
import { fixture, joined } from './fixture.js';

const image = fixture('xen-4.17/minimal-neverrun.xl-save.gz');
const alone = fixture('xen-4.17/minimal-neverrun.dev.gz');
const source = bytesSource(image);
/** The offset of the libxl stream: after the header of `xl`, its numbers, and the configuration with its length. */
const STREAM = 32 + 16 + 4 + 0x43f;

describe('an image of xl save', () => {
  const found = findDeviceState(source);
  const state = extractDeviceState(source, found);

  test('contains the device state of its guest', () => {
    expect(found).toEqual({ kind: 'xl-save', record: 10891, offset: 10907, length: alone.length });
    // saved a moment apart: the same sections, with different times
    const sections = plainSections(state, false);
    expect(sections).toEqual(plainSections(alone, false));
    const other = sections.filter(({ payload, end }) =>
      Buffer.compare(state.subarray(payload, end), alone.subarray(payload, end)),
    );
    expect(other.map(({ idstr }) => idstr)).toEqual(['timer', 'mc146818rtc']);
    expect(decodeDeviceState(state).sections.length).toBe(sections.length);
  });

  test('decodes to the same state with the schema of the whole image', () => {
    const value = decodeXlSaveImage(image);
    expect(value.stream.records.map(({ type }) => type)).toEqual([1, 3, 0]);
    expect(value.stream.records[0]?.libxc?.header).toMatchObject({ version: 3, type: 2, pageShift: 12 });
    const body = value.stream.records[1]?.body;
    expect(body?.type === 'emulatorContext' && body.value).toEqual({ emulatorId: 2, index: 0, state });
    expect(
      JSON.parse(Buffer.from(value.header.optionalData.configuration).toString().replace('\0', '')),
    ).toMatchObject({ c_info: { type: 'hvm', name: 'minimal-neverrun' } });
    expect(Buffer.compare(encodeXlSaveImage(value), image)).toBe(0);
  });

  test('does not change if the state is replaced by itself', () => {
    expect(Buffer.compare(Buffer.concat([...replaceDeviceState(source, found, state)]), image)).toBe(0);
  });

  test.each([-8, -3, 1, 2, 3, 4, 5, 6, 7, 8, 70_000])('accepts a state that is %i bytes longer', (more) => {
    const other = new Uint8Array(state.length + more);
    other.set(state.subarray(0, other.length));
    const written = new Uint8Array(Buffer.concat([...replaceDeviceState(source, found, other)]));
    const value = decodeXlSaveImage(written);
    const body = value.stream.records[1]?.body;
    expect(body?.type === 'emulatorContext' && Buffer.compare(body.value.state, other)).toBe(0);
    expect(value.stream.records[1]?.padding).toBeUndefined(); // zeros
    expect((8 + 8 + other.length) % 8 === 0 || written.length % 8 === image.length % 8).toBe(true);
    // everything before the record, and the record after it
    expect(Buffer.compare(written.subarray(0, found.offset - 16), image.subarray(0, found.offset - 16))).toBe(
      0,
    );
    expect(Buffer.compare(written.subarray(-8), image.subarray(-8))).toBe(0);
  });

  test('rejects bytes that are not a device state', () => {
    try {
      [...replaceDeviceState(source, found, joined("'LibxlFmt"))];
      expect.unreachable();
    } catch (error) {
      expect(isEncodeError(error) && error.code).toBe('mismatch');
    }
  });

  test('is read from a file, and written piece by piece', () => {
    const folder = mkdtempSync(join(tmpdir(), 'devstate-'));
    try {
      writeFileSync(join(folder, 'in'), image);
      const input = openSync(join(folder, 'in'), 'r');
      const output = openSync(join(folder, 'out'), 'w+');
      const file = fileSource(input);
      expect(findDeviceState(file)).toEqual(found);
      for (const piece of replaceDeviceState(file, found, state)) writeSync(output, piece);
      expect(Buffer.compare(fileSource(output).read(0, image.length), image)).toBe(0);
      expect(() => file.read(image.length - 1, 2)).toThrow(RangeError);
      closeSync(input);
      closeSync(output);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('is not loaded: only headers are read in four gigabytes of memory', () => {
    // a memory record repeated 1,000 times with 4 MB of virtual bytes each
    const first = STREAM + 16 + 8 + 24 + 16;
    const memory = 4_194_304 - 8;
    const head = joined('01000000', Buffer.from(Uint32Array.of(memory).buffer));
    const inserted = 1000 * (head.length + memory);
    let count = 0;
    const large: ByteSource = {
      size: image.length + inserted,
      read(offset, length) {
        count += length;
        return Uint8Array.from({ length }, (_, i) => byteAt(offset + i));
      },
    };
    const byteAt = (offset: number): number => {
      if (offset < first) return image[offset] ?? 0;
      if (offset >= first + inserted) return image[offset - inserted] ?? 0;
      return head[(offset - first) % (head.length + memory)] ?? 0;
    };
    expect(findDeviceState(large)).toEqual({
      ...found,
      record: 10891 + inserted,
      offset: 10907 + inserted,
    });
    expect(count).toBeLessThan(1_000_000);
  });
});

describe('a damaged image', () => {
  test.each([
    ['another byte order', 32, '01020304', 'wrong-constant', 32],
    ['an unknown mandatory flag', 36, '07000000', 'check-failed', 36],
    ['a configuration longer than the file', 48, 'ffffff7f', 'unexpected-end', 52],
    ['a libxl stream of version 3', STREAM + 8, '00000003', 'wrong-constant', STREAM + 8],
    ['records in big-endian order', STREAM + 12, '00000001', 'check-failed', STREAM + 12],
    ['a record that extends past the end of the file', 10891 + 4, 'ffffffff', 'unexpected-end', 10899],
    ['an emulator without a device state', 10907, '00000000', 'no-boundary', 16811],
  ])('is rejected with %s', (_, at, hex, code, offset) => {
    const bytes = image.slice();
    bytes.set(joined(hex), at);
    try {
      findDeviceState(bytesSource(bytes));
      expect.unreachable();
    } catch (error) {
      if (!isDecodeError(error)) throw error;
      expect([error.code, error.offset]).toEqual([code, offset]);
    }
  });

  test('is rejected if it is truncated before the end of the device state', () => {
    const end = 10907 + alone.length;
    let refused = 0;
    for (let length = 1; length < image.length; length += 7) {
      try {
        const found = findDeviceState(bytesSource(image.subarray(0, length)));
        expect(length).toBeGreaterThanOrEqual(end);
        expect(found.length).toBe(alone.length);
      } catch (error) {
        if (!isDecodeError(error)) throw error;
        expect(length).toBeLessThan(end);
        expect(error.offset).toBeLessThanOrEqual(length);
        refused++;
      }
    }
    expect(refused).toBe(Math.ceil((end - 1) / 7));
  });
});
