import { derived, f64be, flags, lsb0, sized, struct, u8, u64be, uleb128 } from '@bytewright/schema-dsl';
import { testCases } from './cases.js';

const { ubits: low } = lsb0;

/** A 64-bit field that follows from a number is written as a bigint and compared as a number, whatever holds the number. */
testCases({
  'a wide field that follows from a float': {
    schema: () => struct('S', { n: derived(u64be), x: f64be }).where(($) => [$.n.is($.x)]),
    pairs: [['0000000000000005 4014000000000000', { x: 5 }]],
    badBytes: [['0000000000000005 4000000000000000', { code: 'mismatch', path: 'n', expected: 'x = 2' }]],
    badValues: [[{ x: 2.5 }, { path: 'n' }]],
  },
  'from an integer of variable length': {
    schema: () =>
      struct('S', { n: derived(u64be), m: derived(u64be), x: uleb128(32), y: uleb128(64) }).where(($) => [
        $.n.is($.x.plus(1)),
        $.m.is($.y),
      ]),
    pairs: [['0000000000000003 0000000000000004 02 04', { x: 2, y: 4n }]],
    badBytes: [['0000000000000003 0000000000000004 03 04', { code: 'mismatch', path: 'n' }]],
  },
  'from a flag, and from the bits without a name': {
    schema: () =>
      struct('S', { n: derived(u64be), m: derived(u64be), is: flags(u8, { far: 0 }) }).where(($) => [
        $.n.is($.is.$.far.choose(8, 2)),
        $.m.is($.is.$.unknown),
      ]),
    pairs: [
      ['0000000000000008 0000000000000000 01', { is: { far: true, unknown: 0 } }],
      ['0000000000000002 0000000000000006 06', { is: { far: false, unknown: 6 } }],
    ],
    badBytes: [
      [
        '0000000000000002 0000000000000000 01',
        { code: 'mismatch', path: 'n', expected: '(is.far ? 8 : 2) = 8' },
      ],
      ['0000000000000002 0000000000000000 06', { code: 'mismatch', path: 'm', expected: 'is.unknown = 6' }],
    ],
  },
  'from a member of a struct in a region, which is a few bits': {
    schema: () =>
      struct('S', {
        n: derived(u64be),
        inner: sized(1, struct('Inner', { a: low(3), b: low(5) })),
      }).where(($) => [$.n.is($.inner.$.b.times(2))]),
    pairs: [['000000000000000a 29', { inner: { a: 1, b: 5 } }]],
    badBytes: [['000000000000000b 29', { code: 'mismatch', path: 'n', expected: 'inner.b × 2 = 0xa (10)' }]],
  },
});
