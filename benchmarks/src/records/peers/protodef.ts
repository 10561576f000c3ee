import { protodefCodec } from '../../peers/protodef.js';
import type { Table } from '../generated/records.js';

const fields = (types: Readonly<Record<string, unknown>>): unknown => [
  'container',
  Object.entries(types).map(([name, type]) => ({ name, type })),
];

const Tag = fields({ key: 'u16', value: 'u32' });

const Row = fields({
  id: 'u32',
  kind: ['mapper', { type: 'u8', mappings: { 0: 'alpha', 1: 'beta', 2: 'gamma' } }],
  flags: 'u16',
  created: 'u64',
  latitude: 'f64',
  longitude: 'f64',
  temperature: 'i16',
  score: 'f32',
  active: 'bool',
  name: ['pstring', { countType: 'u8' }],
  note: ['pstring', { countType: 'u16' }],
  tags: ['array', { countType: 'u8', type: Tag }],
});

type Value = Table & { readonly magic: number };

/** protodef: a number of 64 bits is a pair of halves. */
export function protodefRecords(): {
  decode(bytes: Uint8Array): Value;
  encode(value: Value): Uint8Array;
  normalise(value: Value): Table;
} {
  return {
    ...protodefCodec<Value>(fields({ magic: 'u32', rows: ['array', { countType: 'u32', type: Row }] })),
    normalise: ({ rows }) => ({
      rows: rows.map((row) => ({ ...row, created: bigOf(row.created as unknown as readonly number[]) })),
    }),
  };
}

function bigOf([high = 0, low = 0]: readonly number[]): bigint {
  return (BigInt(high >>> 0) << 32n) + BigInt(low >>> 0);
}
