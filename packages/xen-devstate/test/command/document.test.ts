import { isEncodeError } from '@bytewright/runtime';
import type { Infer } from '@bytewright/schema-dsl';
import {
  bool,
  bytes,
  encode,
  firstOf,
  i32le,
  i64be,
  irOf,
  list,
  literal,
  lookahead,
  optional,
  prefix,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  u64le,
  union,
} from '@bytewright/schema-dsl';
import {
  DocumentError,
  parseJson,
  printJson,
  valueFromJson,
  valueToJson,
} from '@bytewright/schema-dsl/inspect';
import { arbitrary } from '@bytewright/schema-dsl/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import {
  decodeDeviceState,
  encodeDeviceState,
  parseDeviceState,
  stringifyDeviceState,
} from '../../src/index.js';
import { captures } from '../captures.js';
import { deviceStateBytes } from './device-state-bytes.js';

const state = decodeDeviceState(
  deviceStateBytes(
    true,
    [
      { id: 2, name: 'a "b"', version: 3, payload: [0x0a, 0xff] },
      { id: 9, name: 'c', instance: 0xffffffff, payload: new Uint8Array(65).fill(0xcd) },
    ],
    [0x01],
  ),
);

const text = `{
  "format": "bytewright/devstate@1",
  "footers": true,
  "sections": [
    {
      "sectionId": 2,
      "idstr": "a \\"b\\"",
      "instanceId": 0,
      "versionId": 3,
      "device": null,
      "payload": "0aff"
    },
    {
      "sectionId": 9,
      "idstr": "c",
      "instanceId": 4294967295,
      "versionId": 1,
      "device": null,
      "payload": [
        "${'cd'.repeat(32)}",
        "${'cd'.repeat(32)}",
        "cd"
      ]
    }
  ],
  "trailing": "01"
}
`;

describe('the document of a device state', () => {
  test('has this text', () => {
    expect(stringifyDeviceState(state)).toBe(text);
  });

  test('parses to the state that it was printed from', () => {
    expect(parseDeviceState(text)).toStrictEqual(state);
  });

  test.each(captures.map((one) => [one.file, one] as const))(
    'round-trips %s byte for byte',
    (_, { bytes: original }) => {
      const document = stringifyDeviceState(decodeDeviceState(original));
      expect(Buffer.compare(encodeDeviceState(parseDeviceState(document)), original)).toBe(0);
      // other parsers accept the JSON too
      expect((JSON.parse(document) as { format: string }).format).toBe('bytewright/devstate@1');
    },
  );

  test('accepts lines of bytes of any length, so that a byte can be inserted by hand', () => {
    const edited = text.replace('"0aff"', '["0a", "", "0bff"]');
    expect(parseDeviceState(edited).sections[0]).toMatchObject({ payload: Uint8Array.of(0x0a, 0x0b, 0xff) });
  });

  const edits: readonly (readonly [string, string | RegExp, string, string])[] = [
    ['another format', '@1', '@2', 'format: expected "bytewright/devstate@1", found "bytewright/devstate@2"'],
    ['a missing format', '"format": "bytewright/devstate@1",', '', 'expected a member "format", found none'],
    ['an unknown member', '"footers": true,', '"footers": true, "extra": 1,', 'found "extra"'],
    [
      'an unknown member of a section',
      '"versionId": 3,',
      '"versionId": 3, "size": 2,',
      'sections[0]: expected only ',
    ],
    [
      'a duplicate member',
      '"footers": true,',
      '"footers": true, "footers": true,',
      'line 3, column 20: expected each name once',
    ],
    ['a missing member', '"versionId": 3,', '', 'sections[0]: expected a member "versionId", found none'],
    ['a missing device', /"device": null,/, '', 'sections[0]: expected a member "device", found none'],
    [
      'an unknown device',
      '"device": null',
      '"device": "vga"',
      'sections[0].device: expected one of null, found "vga"',
    ],
    [
      'a device that is not a name',
      '"device": null',
      '"device": 0',
      'sections[0].device: expected one of null, found 0',
    ],
    [
      'a string for a boolean',
      '"footers": true',
      '"footers": "true"',
      'footers: expected true or false, found a string',
    ],
    [
      'a string for a number',
      '"sectionId": 2',
      '"sectionId": "2"',
      'sections[0].sectionId: expected u32be, 0 to 4294967295, found a string',
    ],
    ['a fraction', '"sectionId": 2', '"sectionId": 2.5', 'sections[0].sectionId: expected u32be'],
    ['a negative number', '"sectionId": 2', '"sectionId": -1', 'sections[0].sectionId: expected u32be'],
    [
      'minus zero',
      '"instanceId": 0',
      '"instanceId": -0',
      'sections[0].instanceId: expected u32be, 0 to 4294967295, found -0',
    ],
    ['a number above 32 bits', '4294967295', '4294967296', 'sections[1].instanceId: expected u32be'],
    ['a number for a string', '"idstr": "c"', '"idstr": 7', 'sections[1].idstr: expected a string, found 7'],
    [
      'upper-case digits',
      '0aff',
      '0aFF',
      'sections[0].payload: expected lower-case hexadecimal text, or an array of it, found "F" at character 3',
    ],
    [
      'half a byte',
      '0aff',
      '0af',
      'sections[0].payload: expected lower-case hexadecimal text, or an array of it, found an odd number of digits (3)',
    ],
    [
      'a line that is not a string',
      '"cd"',
      '205',
      'sections[1].payload[2]: expected lower-case hexadecimal text',
    ],
    ['spaces between digits', '0aff', '0a ff', 'sections[0].payload: '],
    [
      'sections that are not an array',
      /"sections": \[[\s\S]*\],\n {2}"t/,
      '"sections": {}, "t',
      'sections: expected an array, found an object',
    ],
    [
      'a section that is not an object',
      /"sections": \[/,
      '"sections": [null, ',
      'sections[0]: expected an object, found null',
    ],
    ['a document that is not an object', /^[\s\S]*$/, '[]', 'expected an object, found an array'],
    [
      'text after the document',
      /\n$/,
      '\n{}',
      'line 28, column 1: expected the end of the document, found "{"',
    ],
    [
      'an extra comma',
      '"trailing": "01"',
      '"trailing": "01",',
      'line 27, column 1: expected a name in double quotes',
    ],
    ['an empty text', /^[\s\S]*$/, '', 'line 1, column 1: expected a value, found the end'],
  ];

  test.each(edits)('rejects %s', (_, from, to, message) => {
    const edited = text.replace(from, () => to);
    expect(edited).not.toBe(text);
    expect(() => parseDeviceState(edited)).toThrow(DocumentError);
    expect(() => parseDeviceState(edited)).toThrow(message);
  });

  test('rejects a value that is not a device state, with its path', () => {
    const wrong = { ...state, sections: [{ ...state.sections[0]!, versionId: 2 ** 32 }] };
    expect(() => stringifyDeviceState(wrong)).toThrow('sections[0].versionId');
    const missing = { footers: true, sections: [] } as unknown as typeof state;
    expect(() => stringifyDeviceState(missing)).toThrow('trailing');
  });

  test('rejects damaged text, or parses it to a state', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('', '"', '{', ']', ',', '9', 'f', '\\', '\n', '-'),
        (at, char) => {
          const damaged = text.slice(0, at) + char + text.slice(at + 1);
          try {
            const parsed = parseDeviceState(damaged);
            const encoded = encodeDeviceState(parsed);
            expect(decodeDeviceState(encoded)).toStrictEqual(parsed);
          } catch (error) {
            if (!(error instanceof DocumentError) && !isEncodeError(error)) throw error;
          }
        },
      ),
      { numRuns: budget({ everyDay: 500, deep: 20_000 }) },
    );
  });
});

const Inner = struct('Inner', { a: i32le, b: i64be });
const Everything = struct('Everything', {
  mark: literal(u8, 0x5a),
  big: u64le,
  signed: i64be,
  flag: bool,
  name: string(prefix(u8), 'latin1'),
  text: string(prefix(u16be), 'utf-8'),
  octets: list(u8, prefix(u8)),
  words: list(u16be, prefix(u8)),
  quads: list(i64be, prefix(u8)),
  structs: list(Inner, prefix(u8)),
  inner: sized(prefix(u8), Inner),
  kind: string(prefix(u8), 'ascii'),
  isOne: lookahead(literal(u8, 1)),
  either: firstOf({ one: struct('One', { m: literal(u8, 1), v: u8 }), other: struct('Other', { v: u16be }) }),
  hasMore: bool,
  more: optional(u32be),
  body: union(
    { inner: Inner, pair: struct('Pair', { x: u8, y: u8 }) },
    { tag: 'device', value: 'state', raw: 'payload', otherwise: bytes(toEnd) },
  ),
})
  .where(($) => [$.more.presentWhen($.hasMore), $.body.tag($.kind)])
  .flat('body');

describe('the JSON form of any schema', () => {
  const { root, structs } = irOf(Everything);
  const toText = (value: unknown): string => [...printJson(valueToJson(root, value, structs))].join('');
  const fromText = (json: string): unknown => valueFromJson(root, parseJson(json), structs);

  const value: Infer<typeof Everything> = {
    big: 0xffffffffffffffffn,
    signed: -1n,
    flag: true,
    name: 'ä\u009b',
    text: '\u2028💾',
    octets: Uint8Array.of(1, 2),
    words: Uint16Array.of(3, 65535),
    quads: BigInt64Array.of(-(2n ** 63n)),
    structs: [{ a: -5, b: 6n }],
    inner: { a: 0, b: 0n },
    kind: 'pair',
    isOne: true,
    either: { type: 'one', value: { v: 4 } },
    hasMore: false,
    more: undefined,
    device: 'pair',
    state: { x: 1, y: 2 },
  };

  test('has decimal strings for 64-bit integers, null for absent fields, and hexadecimal bytes', () => {
    expect(encode(Everything, value).length).toBeGreaterThan(0); // it is a valid value
    expect(JSON.parse(toText(value))).toEqual({
      big: '18446744073709551615',
      signed: '-1',
      flag: true,
      name: 'ä\u009b',
      text: '\u2028💾',
      octets: '0102',
      words: [3, 65535],
      quads: ['-9223372036854775808'],
      structs: [{ a: -5, b: '6' }],
      inner: { a: 0, b: '0' },
      kind: 'pair',
      isOne: true,
      either: { type: 'one', value: { v: 4 } },
      hasMore: false,
      more: null,
      device: 'pair',
      state: { x: 1, y: 2 },
    });
    expect(toText(value)).not.toMatch(/[^\n\P{C}]|\u2028/u);
    expect(fromText(toText(value))).toStrictEqual(value);
  });

  test('round-trips every value', () => {
    fc.assert(
      fc.property(arbitrary(Everything), (any) => {
        expect(fromText(toText(any))).toStrictEqual(any);
      }),
      { numRuns: budget({ everyDay: 100, deep: 3000 }) },
    );
  });

  test.each([
    ['"18446744073709551615"', '"18446744073709551616"', 'big'],
    ['"18446744073709551615"', '"1e3"', 'big'],
    ['"18446744073709551615"', '"007"', 'big'],
    ['"18446744073709551615"', '7', 'big'],
    ['"18446744073709551615"', `"${'9'.repeat(21)}"`, 'big'],
    ['"-1"', '"-9223372036854775809"', 'signed'],
    ['65535', '65536', 'words[1]'],
    ['"-9223372036854775808"', '1', 'quads[0]'],
    ['"b": "6"', '"b": "x"', 'structs[0].b'],
    ['"one"', '"two"', 'either.type'],
    ['"x": 1', '"x": 256', 'state.x'],
    ['"device": "pair"', '"device": null', ''],
  ])('rejects %s changed to %s', (from, to, path) => {
    const edited = toText(value).replace(from, to);
    expect(edited).not.toBe(toText(value));
    let refusal: unknown;
    try {
      fromText(edited);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DocumentError);
    expect(refusal).toMatchObject({ path });
  });
});
