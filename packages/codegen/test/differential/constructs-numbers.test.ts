import type { Node } from '@bytewright/schema-dsl';
import {
  asNumber,
  at,
  bytes,
  gaps,
  i64be,
  list,
  on,
  prefix,
  processed,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u64be,
  u128be,
  union,
  xor,
} from '@bytewright/schema-dsl';
import { describe } from 'vitest';
import type { Case } from './cases.js';
import { testCases } from './cases.js';

const ONE = '00 00 00 00 00 00 00 01';
const ALL = 'ff ff ff ff ff ff ff ff';
const wide = asNumber(u64be);
const Item = struct('Item', { a: u8 });

/** A wide count in front of something: one element, then what no number holds. */
const counted = (node: Node<unknown>, one: unknown): Case => ({
  schema: () => struct('Counted', { items: node }),
  pairs: [[`${ONE} aa`, { items: one }]],
  badBytes: [ALL, '00 20 00 00 00 00 00 01'].map((digits) => [
    `${digits} aa`,
    {
      code: 'invalid-value',
      offset: 0,
      path: 'items',
      expected: 'u64be that a number holds exactly',
      found: digits === ALL ? '18446744073709551615n' : '9007199254740993n',
    },
  ]),
});

describe('a count or length that no number holds is refused where it stands', () => {
  testCases({
    'in front of bytes': counted(bytes(prefix(wide)), Uint8Array.of(0xaa)),
    'in front of text': counted(string(prefix(wide), 'latin1'), 'ª'),
    'in front of structs': counted(list(Item, prefix(wide)), [{ a: 0xaa }]),
    'in front of numbers': counted(list(u8, prefix(wide)), Uint8Array.of(0xaa)),
    'in front of texts': counted(list(string(1, 'latin1'), prefix(wide)), ['ª']),
    'in front of a region': counted(sized(prefix(wide), bytes(toEnd)), Uint8Array.of(0xaa)),
    'in front of changed bytes': counted(
      processed(xor(255), prefix(wide), bytes(toEnd)),
      Uint8Array.of(0x55),
    ),
    'of 128 bits': {
      schema: () => struct('Counted', { items: list(u8, prefix(asNumber(u128be))) }),
      pairs: [[`00 00 00 00 00 00 00 00 ${ONE} aa`, { items: Uint8Array.of(0xaa) }]],
      badBytes: [[`${ONE} ${ONE}`, { code: 'invalid-value', offset: 0, found: '18446744073709551617n' }]],
    },
    'with a sign': {
      schema: () => struct('Counted', { items: bytes(prefix(asNumber(i64be))) }),
      pairs: [[`${ONE} aa`, { items: Uint8Array.of(0xaa) }]],
      badBytes: [
        ['00 20 00 00 00 00 00 00', { code: 'invalid-value', found: '9007199254740992n' }],
        ['80 00 00 00 00 00 00 00', { code: 'invalid-value', found: '-9223372036854775808n' }],
        [ALL, { expected: 'a size that is a non-negative integer', found: '-1' }],
      ],
    },
    'at an offset': {
      schema: () => struct('Placed', { data: at(1, bytes(prefix(wide))), rest: gaps() }),
      pairs: [
        [`00 ${ONE} aa`, { data: Uint8Array.of(0xaa), rest: [{ offset: 0, bytes: Uint8Array.of(0) }] }],
      ],
      badBytes: [[`00 ${ALL} aa`, { code: 'invalid-value', offset: 1, path: 'data' }]],
    },
    'in arms': {
      schema: () =>
        struct('Choice', {
          kind: u8,
          body: union({ text: on(1, string(prefix(wide))), numbers: on(2, list(u16be, prefix(wide))) }),
        }).where(($) => [$.body.tag($.kind)]),
      pairs: [[`01 ${ONE} 41`, { kind: 1, body: { type: 'text', value: 'A' } }]],
      badBytes: ['01', '02'].map((kind) => [
        `${kind} ${ALL} 00 01`,
        { code: 'invalid-value', offset: 1, path: 'body.value' },
      ]),
    },
    'in front of another list': {
      schema: () =>
        struct('Two', {
          first: list(Item, prefix(wide)),
          second: list(Item, prefix(u8)),
        }),
      pairs: [[`${ONE} aa 01 bb`, { first: [{ a: 0xaa }], second: [{ a: 0xbb }] }]],
      badBytes: [[`${ALL} 01 bb`, { code: 'invalid-value', offset: 0, path: 'first' }]],
    },
  });
});
