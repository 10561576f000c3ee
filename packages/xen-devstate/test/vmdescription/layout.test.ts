import { decode, encode, explain, isDecodeError } from '@bytewright/schema-dsl';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { describe, expect, test } from 'vitest';
import type { Layout } from '../../src/vmdescription/index.js';
import { layoutOf } from '../../src/vmdescription/index.js';
import { fixture, joined } from '../containers/fixture.js';

/** A layout with one section, `dev`, from the text of its members. */
function layout(members: string): Layout {
  return layoutOf(`{"page_size": 4096, "devices": [{"name": "dev", "instance_id": 0, ${members}}]}`);
}

const field = (name: string, type: string, size: number, more = ''): string =>
  `{"name": "${name}", ${more} "type": "${type}", "size": ${size}}`;

const fields = (...all: string[]): string => `"vmsd_name": "dev", "version": 1, "fields": [${all.join()}]`;

/** Decodes a payload, and checks that it is encoded to the same bytes. */
function read(members: string, hex: string): unknown {
  const schema = layout(members).schemaOf('dev', 0);
  if (schema === undefined) throw new Error('no schema');
  const bytes = joined(hex);
  const value = decode(schema, bytes);
  expect(Buffer.from(encode(schema, value)).toString('hex')).toBe(Buffer.from(bytes).toString('hex'));
  return value;
}

describe('a section', () => {
  test('is decoded with the names of the catalogs', () => {
    const described = layoutOf(fixture('qemu-7.2/none.vmdesc.json.gz'));
    expect(described.sections[0]).toEqual({ idstr: 'timer', instanceId: 0, occurrence: 0, size: 24 });
    const schema = described.schemaOf('timer', 0);
    if (schema === undefined) throw new Error('no schema');
    const bytes = joined('0000000000000001 0000000000000000 0000000000000002');
    expect(decode(schema, bytes)).toEqual({ cpuTicksOffset: 1n, unused: undefined, cpuClockOffset: 2n });
    const { parts } = explain(schema, bytes).root;
    expect(
      parts.map(({ metadata, offset, length }) => [metadata?.wireName, metadata?.wireType, offset, length]),
    ).toEqual([
      ['cpu_ticks_offset', 'int64', 0, 8],
      ['unused', 'unused_buffer', 8, 8],
      ['cpu_clock_offset', 'int64', 16, 8],
    ]);
  });

  test('is found even if another has the same name and instance', () => {
    const described = layoutOf(
      '{"devices": [{"name": "slirp", "instance_id": 0, "size": 4, "fields": [{"name": "data", "size": 4, "type": "buffer"}]},' +
        '{"name": "slirp", "instance_id": 0, "fields": [{"name": "data", "size": 9, "type": "buffer"}]}]}',
    );
    expect([0, 1, 2].map((i) => described.sizeOf('slirp', 0, i))).toEqual([4, 9, undefined]);
    expect(described.sizeOf('slirp', 1)).toBeUndefined();
    expect(described.schemaOf('slirp', 1)).toBeUndefined();
    expect(described.pageSize).toBeUndefined();
    const schema = described.schemaOf('slirp', 0);
    expect(schema).toBe(described.schemaOf('slirp', 0, 0));
    expect(schema && decode(schema, joined('01020304'))).toEqual({ data: joined('01020304') });
  });

  test('is empty without fields', () => {
    expect(read(fields(), '')).toEqual({});
  });
});

describe('types', () => {
  test.each([
    ['bool', 1, '02', 2],
    ['uint8', 1, 'ff', 255],
    ['int8', 1, 'ff', -1],
    ['int32 le', 4, 'fffffffe', -2],
    ['int64 equal', 8, 'ffffffffffffffff', 0xffff_ffff_ffff_ffffn],
    ['timer', 8, 'ffffffffffffffff', -1n],
    ['CPU_Double_U', 8, '3ff0000000000000', 0x3ff0_0000_0000_0000n],
    ['nullptr', 1, '30', 0x30],
    ['bitmap', 16, '0000000000000001 8000000000000000', BigUint64Array.of(1n, 1n << 63n)],
    ['pci irq state', 16, '00000000 00000001 00000000 00000001', Uint32Array.of(0, 1, 0, 1)],
    ['unused_buffer', 2, '0000', undefined],
    ['unused_buffer', 2, '0001', joined('0001')],
    ['virtio', 3, '010203', joined('010203')],
    ['uint32', 3, '010203', joined('010203')],
    ['buffer', 0, '', new Uint8Array(0)],
  ])('decodes %s of %i bytes', (type, size, hex, value) => {
    expect(read(fields(field('x', type, size)), hex)).toEqual({ x: value });
  });
});

describe('arrays', () => {
  test('are lists if their elements are described together', () => {
    expect(read(fields(field('x', 'uint16', 2, '"array_len": 3,')), '000100020003')).toEqual({
      x: Uint16Array.of(1, 2, 3),
    });
  });

  const part = (size: number, name: string, more = ''): string =>
    `{"name": "x", ${more} "type": "struct", "size": ${size}, "struct": {"vmsd_name": "part", "version": 1, "fields": [${field(name, 'uint8', size)}]}}`;

  test('are lists if their elements are described one by one, and alike; the last may lack its index', () => {
    const run = [part(1, 'a', '"index": 0,'), part(1, 'a', '"index": 1,'), part(1, 'a')];
    expect(read(fields(...run, field('y', 'uint8', 1)), '01020304')).toEqual({
      x: [{ a: 1 }, { a: 2 }, { a: 3 }],
      y: 4,
    });
  });

  test('are separate fields if elements differ', () => {
    const run = [part(1, 'a', '"index": 0,'), part(1, 'b', '"index": 1,')];
    expect(read(fields(...run), '0102')).toEqual({ x0: { a: 1 }, x1: { b: 2 } });
    const pointers = [
      field('p', 'nullptr', 1, '"array_len": 2,'),
      field('p', 'uint32', 4),
      field('p', 'nullptr', 1, '"array_len": 2,'),
    ];
    expect(read(fields(...pointers), '3030 00000007 3030')).toEqual({
      p0: Uint8Array.of(0x30, 0x30),
      p2: 7,
      p3: Uint8Array.of(0x30, 0x30),
    });
  });

  test('are plain fields if they have one element', () => {
    expect(read(fields(part(1, 'a')), '09')).toEqual({ x: { a: 9 } });
  });

  test('are empty if their elements have no bytes, whatever the described length', () => {
    const many = field('x', 'buffer', 0, '"array_len": 4294967295,');
    expect(layout(fields(many)).sizeOf('dev', 0)).toBe(0);
    expect(read(fields(many), '')).toEqual({ x: new Uint8Array(0) });
  });

  test('are rejected before any allocation if they are longer than the payload', () => {
    const schema = layout(fields(field('x', 'uint64', 8, '"array_len": 4294967295,'))).schemaOf('dev', 0);
    try {
      decode(schema as NonNullable<typeof schema>, new Uint8Array(100));
      expect.unreachable();
    } catch (error) {
      expect(isDecodeError(error) && error.code).toBe('unexpected-end');
    }
  });
});

describe('structs', () => {
  const inner =
    '"vmsd_name": "inner", "version": 2, "fields": [{"name": "mant", "type": "uint8", "size": 1}]';

  test.each(['tmp', 'vstruct'])('are described in the field itself for type %s', (type) => {
    expect(read(fields(`{"name": "x", "type": "${type}", ${inner}, "size": 1}`), '07')).toEqual({
      x: { mant: 7 },
    });
  });

  test('have subsections after their fields, even in the middle of another struct', () => {
    const sub = `"subsections": [{"vmsd_name": "inner/more", "version": 3, "fields": [${field('z', 'uint16', 2)}]}]`;
    const x = `{"name": "x", "type": "struct", "struct": {${inner}, ${sub}}, "size": 19}`;
    expect(read(fields(x, field('y', 'uint8', 1)), '07 05 0a 696e6e65722f6d6f7265 00000003 0102 09')).toEqual(
      {
        x: { mant: 7, subsections: [{ name: 'inner/more', version: 3, state: { z: 0x0102 } }] },
        y: 9,
      },
    );
  });

  test('are bytes if their size differs from that of their fields', () => {
    expect(
      read(fields(`{"name": "x", "type": "struct", "struct": {${inner}}, "size": 3}`), '010203'),
    ).toEqual({
      x: joined('010203'),
    });
  });

  test('are kept apart if they have the same name but different fields', () => {
    const of = (name: string, type: string): string =>
      `{"name": "${name}", "type": "struct", "size": 1, "struct": {"vmsd_name": "same", "version": 1, "fields": [${field('v', type, 1)}]}}`;
    expect(read(fields(of('a', 'uint8'), of('b', 'int8'), of('c', 'uint8')), 'ffffff')).toEqual({
      a: { v: 255 },
      b: { v: -1 },
      c: { v: 255 },
    });
  });
});

describe('lists, whose elements are in one object with the same key', () => {
  const element = (name = 'n'): string =>
    `"vmsd_name": "elem", "version": 1, "fields": [${field(name, 'uint16', 2)}]`;

  test('are decoded from a queue', () => {
    const queue = `{"name": "q", "type": "qtailq", ${element()}, ${element()}, "size": 7}`;
    expect(read(fields(queue, field('y', 'uint8', 1)), '01 0001 01 0002 00 09')).toEqual({
      q: [{ element: { n: 1 } }, { element: { n: 2 } }],
      y: 9,
    });
  });

  test('are decoded from a queue of elements that differ', () => {
    const queue = `{"name": "q", "type": "qlist", ${element()}, ${element('m')}, "size": 7}`;
    expect(read(fields(queue), '01 0001 01 0002 00')).toEqual({
      q: { element0: { n: 1 }, element1: { m: 2 } },
    });
  });

  test('are decoded from a tree with numbers as keys', () => {
    const tree = `{"name": "t", "type": "gtree", ${element()}, ${element()}, "size": 27}`;
    const hex = '00000002 01 0000000000000005 0001 01 0000000000000006 0002 00';
    expect(read(fields(tree), hex)).toEqual({
      t: {
        nodes: [
          { key: 5n, value: { n: 1 } },
          { key: 6n, value: { n: 2 } },
        ],
      },
    });
  });

  test('are decoded from a tree with structs as keys', () => {
    const key = `"vmsd_name": "key", "version": 1, "fields": [${field('k', 'uint8', 1)}]`;
    const tree = `{"name": "t", "type": "gtree", ${key}, ${element()}, ${key}, ${element()}, "size": 13}`;
    expect(read(fields(tree), '00000002 01 05 0001 01 06 0002 00')).toEqual({
      t: {
        nodes: [
          { key: { k: 5 }, value: { n: 1 } },
          { key: { k: 6 }, value: { n: 2 } },
        ],
      },
    });
  });

  test('are bytes if they are empty, or do not match their size', () => {
    expect(read(fields('{"name": "q", "type": "qtailq", "size": 1}'), '00')).toEqual({ q: joined('00') });
    expect(read(fields('{"name": "t", "type": "gtree", "size": 5}'), '0000000000')).toEqual({
      t: new Uint8Array(5),
    });
    const odd = `{"name": "q", "type": "qtailq", ${element()}, "size": 5}`;
    expect(read(fields(odd), '0102030405')).toEqual({ q: joined('0102030405') });
  });
});

describe('names', () => {
  test('are numbered if they are the same, or differ only in case', () => {
    expect(
      read(
        fields(field('config[0]', 'uint8', 1), field('a b', 'uint8', 1), field('A_B', 'uint8', 1)),
        '010203',
      ),
    ).toEqual({
      config0: 1,
      aB: 2,
      aB2: 3,
    });
    expect(read(fields(field('TxStatus', 'uint8', 1), field('txstatus', 'uint8', 1)), '0102')).toEqual({
      txStatus: 1,
      txstatus2: 2,
    });
  });

  test.each([
    '__proto__',
    'constructor',
    'then',
    'subsections',
    '',
    '0',
    ' ',
    '\\u0000',
    '"'.replace('"', '\\"'),
  ])('can be %j', (name) => {
    const value = read(fields(field(name, 'uint8', 1)), '05') as object;
    expect(Object.values(value)).toEqual([5]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('rejects an invalid description', () => {
  test.each([
    ['[]', ''],
    ['{"devices": 1}', 'devices'],
    ['{"devices": [1]}', 'devices[0]'],
    ['{"devices": [{"name": 1}]}', 'devices[0].name'],
    ['{"devices": [{"name": ""}]}', 'devices[0].name'],
    ['{"devices": [{"name": "a", "instance_id": 0, "vmsd_name": ""}]}', 'devices[0].vmsd_name'],
    [
      '{"devices": [{"name": "a", "instance_id": 0, "fields": [{"name": "f", "type": "", "size": 3}]}]}',
      'devices[0].fields[0].type',
    ],
    ['{"devices": [{"name": "a", "instance_id": -1}]}', 'devices[0].instance_id'],
    [
      '{"devices": [{"name": "a", "instance_id": 0, "fields": [{"name": "b"}]}]}',
      'devices[0].fields[0].type',
    ],
    [
      '{"devices": [{"name": "a", "instance_id": 0, "fields": [{"name": "b", "type": "c", "size": 1e300}]}]}',
      'devices[0].fields[0].size',
    ],
    [
      '{"devices": [{"name": "a", "instance_id": 0, "fields": [{"name": "b", "type": "c", "size": 1, "array_len": 0.5}]}]}',
      'devices[0].fields[0].array_len',
    ],
  ])('%s', (json, path) => {
    try {
      layoutOf(json);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof DocumentError && error.path).toBe(path);
    }
  });

  test.each([
    ['', 1],
    ['{"devices": [}', 14],
    [`{"devices": ${'['.repeat(100_000)}`, 213],
  ])('%.20s', (json, column) => {
    try {
      layoutOf(json);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof DocumentError && error.position).toEqual({ line: 1, column });
    }
  });

  test('with bytes that are not text', () => {
    expect(() => layoutOf(joined('ff'))).toThrow(DocumentError);
  });
});

test('returns no schema, but the size, for a description that cannot be a schema', () => {
  const sub = '{"vmsd_name": "dev/a", "version": 1, "fields": []}';
  const twice = layout(`${fields(field('x', 'uint8', 1))}, "subsections": [${sub}, ${sub}]`);
  expect(twice.sizeOf('dev', 0)).toBe(1 + 2 * 11);
  expect(twice.schemaOf('dev', 0)).toBeUndefined();
});
