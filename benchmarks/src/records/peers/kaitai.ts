import { kaitaiParser } from '../../peers/kaitai.js';
import type { Table } from '../generated/records.js';

const KSY = {
  meta: { id: 'records', endian: 'be', encoding: 'UTF-8' },
  enums: { kind: { 0: 'alpha', 1: 'beta', 2: 'gamma' } },
  seq: [
    { id: 'magic', type: 'u4' },
    { id: 'count', type: 'u4' },
    { id: 'rows', type: 'row', repeat: 'expr', 'repeat-expr': 'count' },
  ],
  types: {
    tag: {
      seq: [
        { id: 'key', type: 'u2' },
        { id: 'value', type: 'u4' },
      ],
    },
    row: {
      seq: [
        { id: 'id', type: 'u4' },
        { id: 'kind', type: 'u1', enum: 'kind' },
        { id: 'flags', type: 'u2' },
        { id: 'created', type: 'u8' },
        { id: 'latitude', type: 'f8' },
        { id: 'longitude', type: 'f8' },
        { id: 'temperature', type: 's2' },
        { id: 'score', type: 'f4' },
        { id: 'active', type: 'u1' },
        { id: 'name_size', type: 'u1' },
        { id: 'name', type: 'str', size: 'name_size' },
        { id: 'note_size', type: 'u2' },
        { id: 'note', type: 'str', size: 'note_size' },
        { id: 'tag_count', type: 'u1' },
        { id: 'tags', type: 'tag', repeat: 'expr', 'repeat-expr': 'tag_count' },
      ],
    },
  },
};

/** A record as kaitai-struct reads it. */
type KaitaiRow = Omit<Table['rows'][number], 'kind' | 'created' | 'active'> &
  Record<'kind' | 'created' | 'active', number>;

/** kaitai-struct: decodes only. */
export async function kaitaiRecords(): Promise<{
  decode(bytes: Uint8Array): object;
  normalise(value: object): Table;
}> {
  return {
    decode: await kaitaiParser(KSY, 'Records'),
    normalise: (value) => ({
      // what its schema says
      rows: (value as { readonly rows: readonly KaitaiRow[] }).rows.map((row) => ({
        id: row.id,
        kind: (['alpha', 'beta', 'gamma'] as const)[row.kind] ?? 'alpha',
        flags: row.flags,
        created: BigInt(row.created),
        latitude: row.latitude,
        longitude: row.longitude,
        temperature: row.temperature,
        score: row.score,
        active: row.active === 1,
        name: row.name,
        note: row.note,
        tags: row.tags.map(({ key, value: number }) => ({ key, value: number })),
      })),
    }),
  };
}
