import { Parser } from 'binary-parser/dist/binary_parser.js';
import type { Row, Table } from '../generated/records.js';

const KINDS = ['alpha', 'beta', 'gamma'];

type ParsedRow = Row & Record<'nameSize' | 'noteSize' | 'tagCount', number>;

/** binary-parser with a schema as its users write one. */
export function binaryParserRecords(): {
  decode(bytes: Uint8Array): { rows: ParsedRow[] };
  normalise(value: { rows: ParsedRow[] }): Table;
} {
  const tag = new Parser().endianness('big').uint16('key').uint32('value');
  const row = new Parser()
    .endianness('big')
    .uint32('id')
    .uint8('kind', { formatter: (kind: number) => KINDS[kind] })
    .uint16('flags')
    .uint64('created')
    .doublebe('latitude')
    .doublebe('longitude')
    .int16('temperature')
    .floatbe('score')
    .uint8('active', { formatter: (active: number) => active === 1 })
    .uint8('nameSize')
    .string('name', { length: 'nameSize', encoding: 'utf8' })
    .uint16('noteSize')
    .string('note', { length: 'noteSize', encoding: 'utf8' })
    .uint8('tagCount')
    .array('tags', { length: 'tagCount', type: tag });
  const table = new Parser()
    .endianness('big')
    .uint32('magic', { assert: 0x5245434f })
    .uint32('count')
    .array('rows', { length: 'count', type: row });
  table.compile();
  return {
    decode: (bytes) => table.parse(bytes),
    normalise: ({ rows }) => ({ rows: rows.map(({ nameSize, noteSize, tagCount, ...fields }) => fields) }),
  };
}
