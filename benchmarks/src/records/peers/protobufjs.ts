import protobuf from 'protobufjs';
import { decodeByHand } from '../by-hand/decode.js';
import type { Row, Table } from '../generated/records.js';
import { KINDS, PROTO } from './protobuf-schema.js';

/** A record as protobufjs has it: a message, numbers of 64 bits as numbers where the library `long` is not there. */
type Message = Omit<Row, 'kind' | 'created'> & Record<'kind' | 'created', number>;

/** A whole table. */
type Value = object & { readonly rows: readonly Message[] };

/** protobufjs. Its wire format is its own. */
export function protobufjsRecords(): {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
  normalise(value: Value): Table;
  wire(bytes: Uint8Array): Uint8Array;
} {
  const type = protobuf.parse(PROTO).root.lookupType('records.Table');
  return {
    decode: (bytes) => type.decode(bytes) as unknown as Value, // as the schema says
    encode: (value) => type.encode(value).finish(),
    normalise: ({ rows }) => ({
      rows: rows.map((row) => ({
        id: row.id,
        kind: KINDS[row.kind] ?? 'alpha',
        flags: row.flags,
        created: BigInt(String(row.created)),
        latitude: row.latitude,
        longitude: row.longitude,
        temperature: row.temperature,
        score: row.score,
        active: row.active,
        name: row.name,
        note: row.note,
        tags: row.tags.map(({ key, value }) => ({ key, value })),
      })),
    }),
    wire(bytes) {
      const rows = decodeByHand(bytes).rows.map((row) => ({
        ...row,
        kind: KINDS.indexOf(row.kind),
        created: Number(row.created),
      }));
      return type.encode(type.create({ rows })).finish();
    },
  };
}
