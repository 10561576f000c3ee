import * as P from 'micro-packed';
import type { Table } from '../generated/records.js';

const Tag = P.struct({ key: P.U16BE, value: P.U32BE });

const Row = P.struct({
  id: P.U32BE,
  kind: P.map(P.U8, { alpha: 0, beta: 1, gamma: 2 }),
  flags: P.U16BE,
  created: P.U64BE,
  latitude: P.F64BE,
  longitude: P.F64BE,
  temperature: P.I16BE,
  score: P.F32BE,
  active: P.bool,
  name: P.string(P.U8),
  note: P.string(P.U16BE),
  tags: P.array(P.U8, Tag),
});

const Records = P.struct({ magic: P.U32BE, rows: P.array(P.U32BE, Row) });

type Value = P.UnwrapCoder<typeof Records>;

/** micro-packed. */
export const MICRO_PACKED_RECORDS: {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
  normalise(value: Value): Table;
} = {
  decode: (bytes) => Records.decode(bytes),
  encode: (value) => Records.encode(value),
  normalise: ({ rows }) => ({ rows }) as Table, // names of kinds are strings to it
};
