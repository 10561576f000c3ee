import {
  parseWithBinaryParser,
  toBinaryParser,
  UnsupportedConstructError,
} from '@bytewright/codegen/binary-parser';
import { describe, expect, test } from 'vitest';
import { decodeSectionHeader } from '../../src/generated/section-header.js';
import { DeviceState, FileHeader, SectionHeader } from '../../src/schema.js';
import { captures } from '../captures.js';
import { plainSections } from './plain-reader.js';

// binary-parser is a decoder that we did not write: an independent check of everything that it can express
describe('binary-parser agrees', () => {
  const fileHeader = toBinaryParser(FileHeader);
  const sectionHeader = toBinaryParser(SectionHeader);

  test.each(captures)('on the headers of $file', ({ bytes, footers }) => {
    expect(parseWithBinaryParser(fileHeader, bytes.subarray(0, 8))).toStrictEqual({ value: {}, consumed: 8 });
    for (const { offset, payload } of plainSections(bytes, footers)) {
      const header = bytes.subarray(offset, payload);
      expect(parseWithBinaryParser(sectionHeader, header)).toStrictEqual({
        value: decodeSectionHeader(header),
        consumed: header.length,
      });
    }
  });

  test('that another magic number or type is not a header', () => {
    expect(() =>
      parseWithBinaryParser(fileHeader, Uint8Array.of(0x51, 0x45, 0x56, 0x4e, 0, 0, 0, 3)),
    ).toThrow();
    const [capture] = captures;
    const [section] = plainSections(capture!.bytes, capture!.footers);
    const header = capture!.bytes.slice(section!.offset, section!.payload);
    header[0] = 5;
    expect(() => parseWithBinaryParser(sectionHeader, header)).toThrow();
  });
});

test('rejects constructs that binary-parser cannot express, with their path', () => {
  expect(() => toBinaryParser(DeviceState)).toThrow(UnsupportedConstructError);
  expect(() => toBinaryParser(DeviceState)).toThrow(/DeviceState\.footers/);
});
