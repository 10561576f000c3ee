import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeRoot } from '../../../schema-dsl/src/interpreter/decode.js';
import { encodeRoot } from '../../../schema-dsl/src/interpreter/encode.js';
import { resolveSnapshot } from '../../src/revisions/resolve-snapshot.js';
import { SNAPSHOT_FORMAT } from '../../src/snapshot/snapshot.js';
import { bytesOfHex } from '../drawn/drawn-bytes.js';

// Each format has a file in `formats`, as the generator wrote it when the format was the present one. They are never written anew.
const present = Number(SNAPSHOT_FORMAT.split('@')[1]);

describe.each(Array.from({ length: present }, (_, i) => i + 1))(
  'a snapshot of format %i is read',
  (format) => {
    const folder = new URL('formats/', import.meta.url);
    const roots = resolveSnapshot(`${format}.ir.json`, async (path) =>
      readFileSync(new URL(path, folder), 'utf8'),
    );

    test('and says that it is of that format', () => {
      expect(JSON.parse(readFileSync(new URL(`${format}.ir.json`, folder), 'utf8'))).toMatchObject({
        format: `bytewright/snapshot@${format}`,
      });
    });

    test.each([
      ['Pair', '01 ff', { left: 1, right: 255 }],
      // length, kind, a Pair
      ['Chunk', '00000002 50414952 0304', { kindName: 'PAIR', data: { left: 3, right: 4 } }],
      ['Chunk', '00000001 7a5a2030 ff', { kindName: undefined, tag: 'zZ 0', unknown: Uint8Array.of(0xff) }],
      // kind, hasNote, version, word, note, extra
      [
        'Choices',
        '01 01 02 1234 026869 0708',
        {
          kind: 1,
          version: 2,
          body: { type: 'word', value: 0x1234 },
          note: 'hi',
          extra: { left: 7, right: 8 },
        },
      ],
    ])('%s: %s', async (struct, hex, value) => {
      const schema = (await roots).find(({ name }) => name === struct)?.schema;
      if (schema === undefined) throw new Error(`the fixture has no ${struct}`);
      const bytes = bytesOfHex(hex);
      expect(decodeRoot(schema, bytes)).toEqual(value);
      expect(encodeRoot(schema, value)).toEqual(bytes);
    });
  },
);

test('padding, which the first format calls filling', async () => {
  const path = new URL('formats/1-padding.ir.json', import.meta.url);
  expect(readFileSync(path, 'utf8')).toContain('"kind": "filling"');
  const [root] = await resolveSnapshot('1-padding.ir.json', async () => readFileSync(path, 'utf8'));
  if (root === undefined) throw new Error('the fixture has no root');
  const bytes = bytesOfHex('01 0000 02 0000');
  expect(decodeRoot(root.schema, bytes)).toEqual({ a: 1, b: 2 });
  expect(encodeRoot(root.schema, { a: 1, b: 2 })).toEqual(bytes);
});
