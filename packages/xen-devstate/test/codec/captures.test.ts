import { decode, encode, explain, sizeOf } from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { decodeDeviceState, encodeDeviceState, sizeOfDeviceState } from '../../src/generated/device-state.js';
import { DeviceState } from '../../src/schema.js';
import { captures } from '../captures.js';
import { expectSame } from '../expect-same.js';
import { plainSections } from './plain-reader.js';

describe.each(captures)('$file', ({ bytes, footers, sections }) => {
  const value = decodeDeviceState(bytes);

  test('decodes, and encodes to the same bytes', () => {
    expect(value.footers).toBe(footers);
    expect(value.sections.length).toBe(sections);
    expect(value.trailing.length).toBe(0);
    expect(Buffer.compare(encodeDeviceState(value), bytes)).toBe(0);
    expect(sizeOfDeviceState(value)).toBe(bytes.length);
  });

  test('has its sections where a reader without a schema finds them', () => {
    const plain = plainSections(bytes, footers);
    expect(
      value.sections.map(({ sectionId, idstr, instanceId, versionId }) => [
        sectionId,
        idstr,
        instanceId,
        versionId,
      ]),
    ).toEqual(plain.map(({ id, idstr, instance, version }) => [id, idstr, instance, version]));
    expect(
      value.sections.every(
        (section, i) =>
          section.device === undefined &&
          Buffer.compare(section.payload, bytes.subarray(plain[i]!.payload, plain[i]!.end)) === 0,
      ),
    ).toBe(true);
  });

  test('decodes to the same value with the interpreter', () => {
    const interpreted = decode(DeviceState, bytes);
    expect(interpreted.footers).toBe(value.footers);
    expect(interpreted.sections.length).toBe(value.sections.length);
    for (const [i, section] of interpreted.sections.entries()) expectSame(section, value.sections[i]);
    expect(Buffer.compare(encode(DeviceState, interpreted), bytes)).toBe(0);
    expect(sizeOf(DeviceState, interpreted)).toBe(bytes.length);
  });

  test('is explained to the last byte', () => {
    const { root, error } = explain(DeviceState, bytes);
    expect(error).toBeUndefined();
    const list = root.parts.find((part) => part.path === 'sections');
    const offsets = list?.parts.map((part) => [part.offset, part.offset + part.length]);
    const plain = plainSections(bytes, footers);
    expect(offsets).toEqual(plain.map((section) => [section.offset, section.end + (footers ? 5 : 0)]));
    // the magic number, the version, the sections and the byte that ends them cover the whole file
    expect((list?.offset ?? 0) + (list?.length ?? 0)).toBe(bytes.length);
  });
});
