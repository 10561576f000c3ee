import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { describe, expect, test } from 'vitest';
import { parseDocument, printOpenedFile } from '../../src/edit/opened-document.js';
import { decodeDeviceState, stringifyDeviceState } from '../../src/index.js';
import { openFile } from '../../src/open/opened-file.js';
import { someCaptures } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';

const TICKS = [0, 0, 0, 0, 0, 0, 0, 7];
const bytes = deviceStateBytes(
  true,
  [
    {
      id: 2,
      name: 'timer',
      version: 2,
      payload: [...TICKS, ...Array<number>(8).fill(0), 0xff, ...TICKS.slice(1)],
    },
    { id: 9, name: 'c', payload: [0x0a, 0xff] },
  ],
  [1],
);

const text = `{
  "format": "bytewright/devstate@2",
  "catalog": "qemu-7.2",
  "footers": true,
  "sections": [
    {
      "sectionId": 2,
      "idstr": "timer",
      "instanceId": 0,
      "versionId": 2,
      "device": "timer",
      "state": {
        "cpuTicksOffset": "7",
        "unused": null,
        "cpuClockOffset": "-72057594037927929",
        "subsections": []
      }
    },
    {
      "sectionId": 9,
      "idstr": "c",
      "instanceId": 0,
      "versionId": 1,
      "device": null,
      "payload": "0aff"
    }
  ],
  "trailing": "01"
}
`;

async function print(all: Uint8Array): Promise<string> {
  return [...printOpenedFile(await openFile(all, { catalogs: ['qemu-7.2'] }))].join('');
}

describe('a document with the fields of devices', () => {
  test('has this text', async () => {
    expect(await print(bytes)).toBe(text);
  });

  test('encodes to the same bytes', async () => {
    const { catalog, encode } = await parseDocument(text);
    expect(catalog).toBe('qemu-7.2');
    expect(encode()).toEqual(bytes);
  });

  test.each(someCaptures.map((one) => [one.file, one] as const))(
    'round-trips %s byte for byte',
    async (_, one) => {
      const document = [...printOpenedFile(await openFile(one.bytes))].join('');
      expect(JSON.parse(document)).toMatchObject({ format: 'bytewright/devstate@2', footers: one.footers });
      expect(Buffer.compare((await parseDocument(document)).encode(), one.bytes)).toBe(0);
    },
  );

  test('encodes to the edited bytes after an edit', async () => {
    const { encode } = await parseDocument(text.replace('"cpuTicksOffset": "7"', '"cpuTicksOffset": "513"'));
    const expected = bytes.slice();
    expected.set([2, 1], 27 + 6);
    expect(encode()).toEqual(expected);
  });

  test('can still have version 1', async () => {
    const { catalog, encode } = await parseDocument(stringifyDeviceState(decodeDeviceState(bytes)));
    expect(catalog).toBeUndefined();
    expect(encode()).toEqual(bytes);
  });

  test('is rejected if the trailing bytes would be decoded as part of the last section', async () => {
    // a footer of section 9 and the byte that ends the file: its payload would extend up to there
    const { encode } = await parseDocument(text.replace('"trailing": "01"', '"trailing": "7e0000000900"'));
    expect(encode).toThrow(/sections\[1\].*ambiguous/s);
    const another = await parseDocument(
      text.replace('"trailing": "01"', '"trailing": "5145564d000000037e0000000900"'),
    );
    expect(another.encode).toThrow(/sections\[1\].*ambiguous/s);
  });

  const edits: readonly (readonly [string, string | RegExp, string, string])[] = [
    [
      'another version',
      '@2',
      '@3',
      'format: expected "bytewright/devstate@2" or "bytewright/devstate@1", found ',
    ],
    ['an unknown catalog', 'qemu-7.2', 'qemu-7', 'catalog: expected one of qemu-11.1, '],
    ['a missing catalog', /"catalog": .*/, '', 'expected a member "catalog", found none'],
    [
      'an unknown device',
      '"device": "timer"',
      '"device": "vga"',
      'sections[0].device: expected one of "timer", null',
    ],
    [
      'a missing field',
      /"cpuTicksOffset".*/,
      '',
      'sections[0].state: expected a member "cpuTicksOffset", found none',
    ],
    ['an unknown field', '"unused": null', '"unused": null, "b": 1', 'sections[0].state: expected only '],
    [
      'a number for 64 bits',
      '"7"',
      '7',
      'sections[0].state.cpuTicksOffset: expected i64be as a decimal string',
    ],
    [
      'a number out of range',
      '"7"',
      '"9223372036854775808"',
      'sections[0].state.cpuTicksOffset: expected i64be',
    ],
    ['an unknown member', '"versionId": 1,', '"versionId": 1, "state": 2,', 'sections[1]: expected only '],
    [
      'a state for bytes',
      '"payload": "0aff"',
      '"state": {}',
      'sections[1]: expected a member "payload", found none',
    ],
    [
      'sections that are not an array',
      /"sections": \[[\s\S]*\],\n {2}"t/,
      '"sections": 1, "t',
      'sections: expected an array, found 1',
    ],
    ['a number for a boolean', '"footers": true', '"footers": 1', 'footers: expected true or false, found 1'],
  ];
  test.each(edits)('rejects %s', async (_, from, to, message) => {
    const edited = text.replace(from, () => to);
    expect(edited).not.toBe(text);
    await expect(parseDocument(edited)).rejects.toThrow(DocumentError);
    await expect(parseDocument(edited)).rejects.toThrow(message);
  });
});
