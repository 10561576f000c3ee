import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget } from '../../../../test/budget.js';
import type { Infer, Node } from '../../src/index.js';
import {
  atEnd,
  bool,
  byteLength,
  bytes,
  check,
  count,
  decode,
  derived,
  encode,
  endsWith,
  explain,
  firstOf,
  irOf,
  isDecodeError,
  isEncodeError,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  present,
  sized,
  sizeOf,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u64be,
  union,
  until,
} from '../../src/index.js';
import { decodeRoot } from '../../src/interpreter/decode.js';
import { encodeRoot } from '../../src/interpreter/encode.js';
import { explainRoot } from '../../src/interpreter/explain.js';
import { sizeOfRoot } from '../../src/interpreter/size-of.js';
import type { SchemaIR } from '../../src/ir.js';
import { arbitrary, damaged } from '../../src/testing/index.js';
import { hex } from '../interpreter/support.js';

const id = parameter('id', u8);
const Mark = struct('Mark', { mark: literal(u8, 0xee), id: u8 }).where(($) => [check($.id.eq(id))]);

/** One node and expression of each kind, as far as they fit into one struct. */
const Everything = struct('Everything', {
  n: derived(u8),
  kind: derived(u16be),
  has: derived(bool),
  long: derived(u64be),
  id: u8,
  seen: lookahead(literal(u8, 1)),
  items: list(struct('Pair', { a: u8, b: u8 })),
  body: union({ a: on(1, u8), b: on(2, list(u16be, endsWith(literal(bytes(), 'ffff')))) }),
  note: optional(string(prefix(u8), 'ascii')),
  region: sized(prefix(u8), list(u16be, toEnd)),
  blob: bytes(),
  raw: bytes(until(Mark)),
  end: firstOf({ mark: Mark, end: atEnd }),
  next: peek(u8),
  more: optional(u64be),
  flag: presence(literal(string(undefined, 'latin1'), 'é')),
  rest: bytes(toEnd),
}).where(($) => [
  $.n.is(count($.items)),
  $.kind.is(tagOf($.body)),
  $.has.is(present($.note)),
  $.long.is(byteLength($.blob).plus(4)),
  $.raw.with(id.of($.id)),
  $.end.with(id.of($.id)),
  $.more.presentWhen($.next.eq(7)),
  check($.id.lt(0x80).and($.id.ne(5)).or($.id.eq(200)), 'an identifier'),
]);

/** With the schema object, and with its IR after a round trip through JSON. */
function readings(schema: Node<unknown>): { readonly ir: SchemaIR } {
  return { ir: JSON.parse(JSON.stringify(irOf(schema))) as SchemaIR };
}

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (isDecodeError(error) || isEncodeError(error)) return error.toJSON();
    throw error;
  }
}

describe('the IR is plain data', () => {
  const { ir } = readings(Everything);

  test('decodes hand-written bytes', () => {
    const value: Infer<typeof Everything> = {
      id: 3,
      seen: true,
      items: [{ a: 1, b: 2 }],
      body: { type: 'b', value: Uint16Array.of(9) },
      note: 'hi',
      region: Uint16Array.of(4, 5),
      blob: hex('aabb'),
      raw: hex('cc'),
      end: { type: 'mark', value: { id: 3 } },
      more: 0x0700000000000001n,
      flag: true,
      rest: hex('00'),
    };
    const written = hex(
      // n kind has  long             id items body     note   region       blob raw end  more             é  rest
      '01 0002 01 0000000000000006 03 0102 0009ffff 026869 04 0004 0005 aabb cc ee03 0700000000000001 e9 00',
    );
    expect(encode(Everything, value)).toStrictEqual(written);
    expect(decode(Everything, written)).toStrictEqual(value);
    expect(encodeRoot(ir, value)).toStrictEqual(written);
    expect(decodeRoot(ir, written)).toStrictEqual(value);
    expect(explainRoot(ir, written)).toStrictEqual(explain(Everything, written));
  });

  test('agrees on values and damaged bytes', () => {
    fc.assert(
      fc.property(arbitrary(Everything), (value) => {
        expect(encodeRoot(ir, value)).toStrictEqual(encode(Everything, value));
        expect(sizeOfRoot(ir, value)).toBe(sizeOf(Everything, value));
      }),
      { numRuns: budget({ everyDay: 50, deep: 500 }) },
    );
    fc.assert(
      fc.property(damaged(Everything), (bytes_) => {
        expect(outcome(() => decodeRoot(ir, bytes_))).toStrictEqual(
          outcome(() => decode(Everything, bytes_)),
        );
      }),
      { numRuns: budget({ everyDay: 100, deep: 1000 }) },
    );
  });

  test('contains no undefined, function or class instance', () => {
    const visit = (part: unknown): void => {
      expect(['string', 'number', 'boolean', 'object', 'undefined']).toContain(typeof part);
      if (typeof part !== 'object' || part === null) return;
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(part));
      for (const inner of Object.values(part)) visit(inner);
    };
    visit(irOf(Everything));
  });
});
