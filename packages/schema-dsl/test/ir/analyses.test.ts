import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/index.js';
import {
  atEnd,
  bool,
  bytes,
  derived,
  endsWith,
  firstOf,
  i16le,
  irOf,
  list,
  literal,
  lookahead,
  on,
  optional,
  parameter,
  peek,
  prefix,
  presence,
  search,
  sized,
  string,
  struct,
  toEnd,
  u8,
  u16be,
  u32be,
  u64be,
  union,
  until,
} from '../../src/index.js';
import {
  areDisjoint,
  firstBytes,
  fruitlessPayments,
  holdsValue,
  searchCondition,
  searchShape,
  sizeBounds,
} from '../../src/ir.js';

const flag = parameter('flag', bool);
const size = parameter('size', u8);
const MANY = Number.POSITIVE_INFINITY;

const irOfNode = (node: Node<unknown>) => irOf(node, { allowParameters: true });

/** Structs with unions that a relation selects. */
const Choice = struct('Choice', { k: u8, body: union({ a: on(1, u8), b: on(2, bytes(4)) }) }).where(($) => [
  $.body.tag($.k),
]);
const Tree: Node<unknown> = struct('Tree', {
  v: u8,
  get kids() {
    return list(Tree, prefix(u8));
  },
});

describe('size bounds', () => {
  test.each<readonly [title: string, node: Node<unknown>, min: number, max: number]>([
    ['an integer', u32be, 4, 4],
    ['a bool', bool, 1, 1],
    ['a constant', literal(i16le, -2), 2, 2],
    ['a constant of several bytes a character', literal(string(), 'é€'), 5, 5],
    ['a constant with a prefix', literal(string(prefix(u16be)), 'ab'), 4, 4],
    ['fixed bytes', bytes(3), 3, 3],
    ['prefixed text', string(prefix(u8)), 1, 256],
    ['bytes with a 64-bit prefix', bytes(prefix(u64be)), 8, 8 + 2 ** 64],
    ['bytes to the end', bytes(toEnd), 0, MANY],
    ['bytes of a size from above', bytes(size), 0, MANY],
    ['bytes up to a boundary', bytes(until(literal(u8, 0))), 0, MANY],
    ['a fixed list', list(u16be, 3), 6, 6],
    ['a fixed list of text', list(string(prefix(u8)), 2), 2, 512],
    ['a list of nothing', list(bytes(toEnd), 0), 0, 0],
    ['a prefixed list', list(u16be, prefix(u8)), 1, 511],
    ['a list up to a sentinel', list(u16be, endsWith(literal(u32be, 0))), 4, MANY],
    ['an optional', optional(u32be, flag), 0, 4],
    ['a peek, a look-ahead and an end', struct('S', { a: peek(u8), b: lookahead(u8), c: atEnd }), 0, 0],
    ['a presence', struct('S', { a: presence(literal(u16be, 1)) }), 0, 2],
    ['a fixed region', sized(8, bytes()), 8, 8],
    ['a prefixed region', sized(prefix(u8), list(u16be, 3)), 7, 7],
    ['a region that bounds what is in it', sized(prefix(u8), bytes()), 1, 256],
    ['a union', Choice, 2, 5],
    ['alternatives', firstOf({ a: literal(u8, 1), b: u32be, c: string(prefix(u8)) }), 1, 256],
    ['a tree', Tree, 2, MANY],
  ])('%s', (_, node, min, max) => {
    const { root, structs } = irOfNode(node);
    expect(sizeBounds(root, structs)).toEqual({ min, max });
  });
});

describe('first bytes', () => {
  const ALL = 256;
  test.each<readonly [title: string, node: Node<unknown>, bytes: readonly number[] | number, empty: boolean]>(
    [
      ['an integer', u16be, ALL, false],
      ['a bool', bool, [0, 1], false],
      ['a big-endian constant', literal(u16be, 0x1234), [0x12], false],
      ['a little-endian constant', literal(i16le, -2), [0xfe], false],
      ['a constant of bytes', literal(bytes(), 'cafe'), [0xca], false],
      ['a constant of no bytes', literal(bytes(), ''), [], true],
      ['a constant of several bytes a character', literal(string(), 'é'), [0xc3], false],
      ['the same in eight bits', literal(string(undefined, 'latin1'), 'é'), [0xe9], false],
      ['a constant behind its length', literal(string(prefix(u16be)), 'ab'), [0], false],
      [
        'an optional and what follows',
        struct('S', { a: derived(optional(literal(u8, 5), flag)), b: bool }),
        [5, 0, 1],
        false,
      ],
      ['what looks ahead and what follows', struct('S', { a: peek(u8), b: literal(u8, 9) }), [9], false],
      ['alternatives', firstOf({ a: literal(u8, 1), b: literal(u8, 2) }), [1, 2], false],
      ['an alternative that may be empty', firstOf({ a: literal(u8, 1), end: atEnd }), [1], true],
      ['prefixed bytes', bytes(prefix(u8)), ALL, false],
      ['bytes to the end', bytes(toEnd), ALL, true],
      ['a tree behind a mark', struct('S', { mark: literal(u8, 3), tree: Tree }), [3], false],
    ],
  )('%s', (_, node, expected, empty) => {
    const { root, structs } = irOfNode(node);
    const found = firstBytes(root, structs);
    const sorted = [...found.bytes].sort((a, b) => a - b);
    expect(typeof expected === 'number' ? sorted.length : sorted).toEqual(
      typeof expected === 'number' ? expected : [...expected].sort((a, b) => a - b),
    );
    expect(found.empty).toBe(empty);
  });

  test('sets without a common byte distinguish two nodes, unless one may be empty', () => {
    const first = (node: Node<unknown>) => {
      const { root, structs } = irOfNode(node);
      return firstBytes(root, structs);
    };
    const [zero, one, any, end] = [literal(u8, 0), literal(u8, 1), u8, atEnd].map(first);
    expect(zero && one && areDisjoint(zero, one)).toBe(true);
    expect(zero && any && areDisjoint(zero, any)).toBe(false);
    expect(zero && end && areDisjoint(zero, end)).toBe(false);
  });
});

describe('whether a node needs a value to be encoded', () => {
  test.each<readonly [title: string, node: Node<unknown>, holds: boolean]>([
    ['an integer', u8, true],
    ['a constant', literal(u8, 1), false],
    [
      'a struct of constants',
      struct('S', { a: literal(u8, 1), b: derived(struct('T', { c: literal(u8, 2) })) }),
      false,
    ],
    ['a struct with a field', struct('S', { a: literal(u8, 1), b: u8 }), true],
    ['a presence', struct('S', { a: presence(literal(u8, 1)) }), true],
    ['the end', atEnd, false],
  ])('%s', (_, node, holds) => {
    const { root, structs } = irOfNode(node);
    expect(holdsValue(root, structs)).toBe(holds);
  });
});

describe('the number of charges for failed trials', () => {
  const Sized = struct('Sized', { data: bytes(size) });
  const Tried = struct('Tried', { data: bytes(until(literal(u8, 0))) });
  test.each<readonly [title: string, node: Node<unknown>, payments: number]>([
    ['nothing', list(u8, toEnd), 0],
    ['each of its values', search(size, [1, 2, 3], Sized), 3],
    [
      'the values of one within, for each of its own',
      search(flag, [true, false], search(size, [1, 2], Sized)),
      4,
    ],
    ['nothing for what is small', firstOf({ a: literal(u8, 1), b: u16be }), 0],
    ['each large alternative', firstOf({ a: Sized, b: u16be, c: search(size, [1, 2], Sized) }), 3],
    ['nobody knows in a list', list(search(size, [1], Sized), prefix(u8)), MANY],
    ['nothing where one boundary is searched for', Tried, 0],
    ['each boundary but the last', struct('Either', { data: bytes(until(u16be, literal(u8, 0), u8)) }), 2],
    ['nor in what holds itself', Tree, MANY],
  ])('%s', (_title, node, payments) => {
    const { root, structs } = irOfNode(node);
    expect(fruitlessPayments(root, structs)).toBe(payments);
  });
});

describe('the shape that determines a searched parameter', () => {
  const shapeOf = (node: Node<unknown>) => {
    const { root, structs } = irOfNode(node);
    if (root.kind !== 'search') throw new Error('a search');
    return searchShape(root, structs);
  };
  const Config = struct('Config', { kind: u8, rest: bytes(size.minus(4)) });

  test('is a length, at any depth', () => {
    const Device = struct('Device', { id: u8, config: Config });
    expect(shapeOf(search(size, [8, 16], Device))).toEqual({
      path: ['config', 'rest'],
      tells: 'length',
      by: [4, 12],
    });
  });

  test('is the presence of a member, if nothing else decides it', () => {
    const Maybe = struct('Maybe', { a: optional(u8), b: optional(u8) }).where(($) => [
      $.a.presentWhen(flag.and(size.gt(3))),
      $.b.presentWhen(flag.not()),
    ]);
    expect(shapeOf(search(flag, [false, true], Maybe))).toEqual({
      path: ['b'],
      tells: 'presence',
      by: [true, false],
    });
    expect(shapeOf(search(size, [1, 4], Maybe))).toBeUndefined();
  });

  test('does not exist if two values have the same shape', () => {
    const Same = struct('Same', { data: bytes(flag.choose(2, 2)), more: bytes(size) });
    expect(shapeOf(search(flag, [true, false], Same))).toBeUndefined();
    const Halved = struct('Halved', { data: bytes(size.gt(2).choose(1, 3)) });
    expect(shapeOf(search(size, [1, 2, 4], Halved))).toBeUndefined();
  });

  test('is found inside another search, but not where the parameter is bound again', () => {
    const Both = struct('Both', { flagged: bytes(flag.choose(2, 4)), config: Config });
    expect(shapeOf(search(flag, [true, false], search(size, [8, 16], Both)))).toMatchObject({
      path: ['flagged'],
    });
    expect(shapeOf(search(size, [8, 16], search(flag, [true, false], Both)))).toMatchObject({
      path: ['config', 'rest'],
    });
    const Bound = struct('Bound', { config: Config.with(size.of(8)) });
    expect(shapeOf(search(size, [8, 16], Bound))).toBeUndefined();
  });
});

describe('the condition that a searched flag decides', () => {
  const conditionOf = (node: Node<unknown>) => {
    const { root, structs } = irOfNode(node);
    if (root.kind !== 'search') throw new Error('a search');
    return searchCondition(root, structs);
  };
  const Slot = struct('Slot', { up: u8, index: optional(u8) }).where(($) => [
    $.index.presentWhen(size.ge(2).and(flag)),
  ]);
  const atLeast2 = { op: 'ge', right: { op: 'constant', value: 2 } };

  test('is simplified for the first of its values', () => {
    const Outer = struct('Outer', { slot: Slot });
    expect(conditionOf(search(flag, [true, false], Outer))).toMatchObject({
      path: ['slot', 'index'],
      when: atLeast2,
      within: [],
    });
    expect(conditionOf(search(flag, [false, true], Slot))).toMatchObject({
      when: { op: 'constant', value: false },
    });
  });

  test('may use parameters of searches in between', () => {
    const found = conditionOf(search(flag, [true, false], search(size, [1, 2], Slot)));
    expect(found).toMatchObject({ path: ['index'], when: atLeast2, within: [{ parameter: 'size' }] });
  });

  test('does not exist if the flag decides something else too, or if fields decide with it', () => {
    const Twice = struct('Twice', { slot: Slot, mark: bytes(flag.choose(1, 2)) });
    expect(conditionOf(search(flag, [true, false], Twice))).toBeUndefined();
    const Checked = struct('Checked', { kind: u8, index: optional(u8) }).where(($) => [
      $.index.presentWhen($.kind.gt(1).and(flag)),
    ]);
    expect(conditionOf(search(flag, [true, false], Checked))).toBeUndefined();
  });

  test('is looked for only for flags', () => {
    expect(conditionOf(search(size, [1, 2], Slot.with(flag.of(true))))).toBeUndefined();
  });
});
