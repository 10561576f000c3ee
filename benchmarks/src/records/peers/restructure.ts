import * as r from 'restructure';
import type { Table } from '../generated/records.js';

type Value = Record<string, unknown>;

const Tag = new r.Struct({ key: r.uint16be, value: r.uint32be });

const Row = new r.Struct({
  id: r.uint32be,
  kind: new r.Enum(r.uint8, ['alpha', 'beta', 'gamma']),
  flags: r.uint16be,
  created: new r.Buffer(8),
  latitude: r.doublebe,
  longitude: r.doublebe,
  temperature: r.int16be,
  score: r.floatbe,
  active: new r.Boolean(r.uint8),
  name: new r.String(r.uint8, 'utf8'),
  note: new r.String(r.uint16be, 'utf8'),
  tags: new r.Array(Tag, r.uint8),
});

const Records = new r.Struct({ magic: r.uint32be, rows: new r.Array(Row, r.uint32be) });

/** restructure: it has no numbers of 64 bits, so one field stays bytes. */
export const RESTRUCTURE_RECORDS: {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
  normalise(value: Value): Table;
} = {
  decode: (bytes) => Records.decode(new r.DecodeStream(bytes)),
  encode: (value) => Records.toBuffer(value),
  normalise: (value) => {
    const { rows } = value as unknown as Table; // what its schema says, but for one field
    return {
      rows: rows.map((row) => ({
        ...row,
        created: bigOf(row.created as unknown as Uint8Array),
        tags: row.tags.map((tag) => ({ ...tag })),
      })),
    };
  },
};

function bigOf({ buffer, byteOffset }: Uint8Array): bigint {
  return new DataView(buffer, byteOffset).getBigUint64(0);
}
