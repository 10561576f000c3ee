import type { Explanation } from '@bytewright/schema-dsl';
import {
  at,
  atEach,
  bytes,
  derived,
  endsAfter,
  endsWith,
  explain,
  firstOf,
  gaps,
  list,
  literal,
  on,
  optional,
  peek,
  prefix,
  processed,
  struct,
  tagOf,
  tail,
  toEnd,
  u8,
  u16be,
  ubits,
  union,
  whilePeek,
  xor,
} from '@bytewright/schema-dsl';
import { describe, expect, test } from 'vitest';
import { hex } from './support.js';

/** A part and all parts below it, each with its position; hidden ones in parentheses, incomplete ones with a question mark. */
function outline({ path, offset, length, hidden, complete, parts }: Explanation): readonly string[] {
  const name = `${hidden ? `(${path})` : path}${complete ? '' : '?'}`;
  return [`${name} ${offset}+${length}`, ...parts.flatMap(outline)];
}

const Pair = struct('Pair', { a: u8, b: u16be });

describe('the whole', () => {
  test('of a struct has its name and its value', () => {
    const { root, error } = explain(Pair, hex('01 0002'));
    expect(error).toBeUndefined();
    expect(root).toMatchObject({
      path: '',
      segment: '',
      type: 'Pair',
      offset: 0,
      length: 3,
      hidden: false,
      complete: true,
      value: { a: 1, b: 2 },
    });
    expect(root.parts[1]).toEqual({
      path: 'b',
      segment: 'b',
      type: 'u16be',
      offset: 1,
      length: 2,
      hidden: false,
      complete: true,
      value: 2,
      parts: [],
    });
  });

  test('of any other node has the name of its kind', () => {
    const { root } = explain(list(Pair, toEnd), hex('01 0002'));
    expect(root.type).toBe('list');
    expect(outline(root)).toEqual([' 0+3', '[0] 0+3', '[0].a 0+1', '[0].b 1+2']);
  });
});

test('elements are parts, for every kind of list ending', () => {
  for (const [items, wire] of [
    [list(Pair, endsWith(literal(u8, 0))), '01 0002 00'],
    [
      list(
        Pair,
        endsAfter((item) => item.a.eq(1)),
      ),
      '01 0002',
    ],
    [list(Pair, whilePeek(literal(u8, 1))), '01 0002'],
    [list(Pair, prefix(u8)), '01 01 0002'],
  ] as const) {
    const { root } = explain(struct('S', { items }), hex(wire));
    expect(root.parts[0]?.parts[0]).toMatchObject({
      path: 'items[0]',
      type: 'Pair',
      length: 3,
      hidden: false,
    });
  }
});

describe('explains malformed input as far as possible', () => {
  test('with bytes after the last field', () => {
    const { root, error } = explain(Pair, hex('01 0002 03'));
    expect(error).toMatchObject({ code: 'trailing-bytes', offset: 3 });
    expect(root.value).toBeUndefined();
    expect(outline(root)).toEqual(['? 0+3', 'a 0+1', 'b 1+2']);
  });

  test('with a fault in a nested part', () => {
    const S = struct('S', { n: u8, pairs: list(Pair, 2), end: u8 });
    const { root, error } = explain(S, hex('09 01 0002 03 00'));
    expect(error).toMatchObject({ code: 'unexpected-end', path: 'pairs' });
    expect(outline(root)).toEqual(['? 0+1', 'n 0+1', 'pairs? 1+0']);
    const Marked = struct('Marked', { a: u8, mark: literal(u8, 7), z: u8 });
    const T = struct('T', { n: u8, items: list(Marked, 2) });
    const told = explain(T, hex('09 01 07 02 03 08 04'));
    expect(told.error).toMatchObject({ code: 'wrong-constant', offset: 5, path: 'items[1].mark' });
    expect(outline(told.root)).toEqual([
      '? 0+6',
      'n 0+1',
      'items? 1+5',
      'items[0] 1+3',
      'items[0].a 1+1',
      '(items[0].mark) 2+1',
      'items[0].z 3+1',
      'items[1]? 4+2',
      'items[1].a 4+1',
      '(items[1].mark)? 5+1',
    ]);
    expect(told.root.parts[1]?.parts[1]?.value).toBeUndefined();
  });

  test('with a fault before the last offset that was reached', () => {
    const S = struct('S', { far: at(4, u8), mark: literal(u8, 7), rest: gaps() });
    const { root, error } = explain(struct('Outer', { head: u8, s: S }), hex('09 08 00 00 00 05'));
    expect(error).toMatchObject({ code: 'wrong-constant', offset: 1, path: 's.mark' });
    expect(outline(root)).toEqual(['? 0+6', 'head 0+1', 's? 1+5', 's.far 5+1', '(s.mark)? 1+1']);
  });

  test('with a fault in the middle of bits', () => {
    const S = struct('S', { a: ubits(4), b: ubits(4), c: literal(ubits(8), 3), d: u8 });
    const { root } = explain(S, hex('12 04 05'));
    expect(root.complete).toBe(false);
    expect(
      root.parts.map(({ path, offset, length, bitOffset, bitLength }) => [
        path,
        offset,
        length,
        bitOffset,
        bitLength,
      ]),
    ).toEqual([
      ['a', 0, 1, 0, 4],
      ['b', 0, 1, 4, 4],
      ['c', 1, 0, 8, 8],
    ]);
  });
});

describe('parts that are not in wire order', () => {
  test('fields at offsets, nodes for each element, and tails', () => {
    const Entry = struct('Entry', { offset: u8 });
    const S = struct('S', {
      entries: list(Entry, prefix(u8)),
      blocks: atEach(optional(Pair)),
      end: tail(u8),
      rest: gaps(),
    }).where(($) => [
      $.blocks.atEach($.entries, ($entry) => ({ offset: $entry.offset, when: $entry.offset.ne(0) })),
    ]);
    const { root, error } = explain(S, hex('03 08 00 05  ff  010002 030004 ee'));
    expect(error).toBeUndefined();
    expect(outline(root)).toEqual([
      ' 0+12',
      'entries 0+4',
      'entries[0] 1+1',
      'entries[0].offset 1+1',
      'entries[1] 2+1',
      'entries[1].offset 2+1',
      'entries[2] 3+1',
      'entries[2].offset 3+1',
      'blocks 5+6',
      'blocks[0] 8+3',
      'blocks[0].a 8+1',
      'blocks[0].b 9+2',
      'blocks[2] 5+3',
      'blocks[2].a 5+1',
      'blocks[2].b 6+2',
      'end 11+1',
      'rest 4+1',
      'rest[0] 4+1',
    ]);
    expect(root.parts.at(-1)?.parts[0]).toMatchObject({ type: 'bytes', hidden: false });
  });

  test('an empty list of nodes, and no gaps', () => {
    const S = struct('S', { entries: list(u8, prefix(u8)), blocks: atEach(u8), rest: gaps() }).where(($) => [
      $.blocks.atEach($.entries, ($entry) => ({ offset: $entry })),
    ]);
    const { root } = explain(struct('Outer', { head: u8, s: S }), hex('09 00'));
    expect(outline(root)).toEqual([
      ' 0+2',
      'head 0+1',
      's 1+1',
      's.entries 1+1',
      's.blocks 2+0',
      's.rest 2+0',
    ]);
  });

  test('in a transformed region inside another one', () => {
    const Inner = struct('Inner', { x: u8, y: processed(xor(1), prefix(u8), struct('In', { z: u8 })) });
    const S = struct('S', { a: u8, b: processed(xor(2), prefix(u8), Inner) });
    const { root, error } = explain(S, hex('09 03 07 03 06'));
    expect(error).toBeUndefined();
    expect(outline(root)).toEqual([' 0+5', 'a 0+1', 'b 1+4', 'b.x 2+1', 'b.y 3+2', 'b.y.z 4+1']);
    const damaged = explain(S, hex('09 02 07 03'));
    expect(outline(damaged.root)).toEqual(['? 0+4', 'a 0+1', 'b? 1+3', 'b.x 2+1', 'b.y? 3+1']);
  });
});

describe('hidden parts, and arms of unions', () => {
  test('hidden fields, peeks and trials', () => {
    const S = struct('S', {
      next: peek(u8),
      choice: firstOf({ marked: struct('Marked', { mark: literal(u8, 1), x: u8 }), plain: u16be }),
    });
    const { root } = explain(S, hex('02 03'));
    expect(outline(root)).toEqual([' 0+2', '(next) 0+0', 'choice 0+2', 'choice.value 0+2']);
    expect(root.parts[1]?.parts[0]).toMatchObject({ segment: 'value', type: 'u16be', value: 0x203 });
  });

  test('arms, and raw arms', () => {
    const S = struct('S', {
      kind: derived(u8),
      body: union({ a: on(1, u16be) }, { otherwise: bytes(toEnd), raw: 'data', rawTag: 'tag' }),
    }).where(($) => [$.kind.is(tagOf($.body))]);
    const arm = explain(S, hex('01 0002')).root;
    expect(outline(arm)).toEqual([' 0+3', '(kind) 0+1', 'body 1+2', 'body.value 1+2']);
    expect(arm.parts[1]?.parts[0]).toMatchObject({ type: 'u16be', hidden: false });
    const raw = explain(S, hex('02 0002')).root;
    expect(outline(raw)).toEqual([' 0+3', '(kind) 0+1', 'body 1+2', 'body.data 1+2']);
    expect(raw.parts[1]?.parts[0]).toMatchObject({ type: 'bytes', hidden: false });
  });

  test('shows only the error of the alternative that got furthest', () => {
    const S = struct('S', {
      choice: firstOf({
        a: struct('A', { mark: literal(u16be, 0x0101), x: literal(u8, 9) }),
        b: struct('B', { mark: literal(u8, 2) }),
      }),
    });
    const { root, error } = explain(S, hex('0101 08'));
    expect(error).toMatchObject({ code: 'wrong-constant', offset: 2, path: 'choice.value.x' });
    expect(outline(root)).toEqual(['? 0+0', 'choice? 0+0']);
  });
});
