import type { Construct } from './constructs.js';

/** The text of a struct's fields and relations. */
export interface StructText {
  readonly fields: readonly (readonly [name: string, node: string])[];
  readonly relations: readonly string[];
}

/** What is said of a construct: the struct in which it stands, and which of its fields a position can move. */
export interface Relation {
  readonly struct: (construct: Construct) => StructText | undefined;
  /** The field that a position of fields wraps. */
  readonly moved: string;
}

const one = ({ values }: Construct): string | undefined => values?.[0];
/** The expression that speaks of the construct in a field. */
const of = ({ member }: Construct, field: string): string =>
  member === undefined ? `$.${field}` : `$.${field}.$.${member}`;

function withValues(make: (construct: Construct, a: string, b: string) => StructText): Relation['struct'] {
  return (construct) =>
    construct.values === undefined ? undefined : make(construct, construct.values[0], construct.values[1]);
}

const text = (fields: Readonly<Record<string, string>>, ...relations: readonly string[]): StructText => ({
  fields: Object.entries(fields),
  relations,
});

/** Everything that can be said of a construct, by the name that the table gives it. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  'a field': { moved: 'x', struct: ({ node }) => text({ x: node }) },
  'a derived length': {
    moved: 'body',
    struct: ({ node }) => text({ x: `derived(${node})`, body: 'bytes()' }, '$.x.is(byteLength($.body))'),
  },
  'a derived count': {
    moved: 'body',
    struct: ({ node }) => text({ x: `derived(${node})`, body: 'list(u16be)' }, '$.x.is(count($.body))'),
  },
  'a derived tag': {
    moved: 'body',
    struct: withValues(({ node }, a, b) =>
      text(
        { x: `derived(${node})`, body: `union({ one: on(${a}, u8), two: on(${b}, u16be) })` },
        '$.x.is(tagOf($.body))',
      ),
    ),
  },
  'a kept tag': {
    moved: 'body',
    struct: withValues((construct, a, b) =>
      text(
        { x: construct.node, body: `union({ one: on(${a}, u8), two: on(${b}, u16be) })` },
        `$.body.tag(${of(construct, 'x')})`,
      ),
    ),
  },
  'a condition': {
    moved: 'x',
    struct: withValues((construct, a) =>
      text(
        { x: construct.node, body: 'optional(u16be)' },
        `$.body.presentWhen(${of(construct, 'x')}.eq(${a}))`,
      ),
    ),
  },
  'a derived presence': {
    moved: 'body',
    struct: withValues(({ node }, a, b) =>
      text({ x: `derived(${node})`, body: 'optional(u16be)' }, `$.x.is(present($.body).choose(${a}, ${b}))`),
    ),
  },
  'a parameter': {
    moved: 'x',
    struct: (construct) =>
      text({ x: construct.node, body: 'bytes(size)' }, `$.body.with(size.of(${of(construct, 'x')}))`),
  },
  'a prefix': { moved: 'x', struct: ({ node }) => text({ x: `bytes(prefix(${node}))` }) },
  'a prefix of a list': {
    moved: 'x',
    struct: ({ node }) => text({ x: `list(struct('Item', { a: u8 }), prefix(${node}))` }),
  },
  'an equal pair': {
    moved: 'x',
    struct: (construct) =>
      text(
        { x: construct.node, y: construct.node },
        `check(${of(construct, 'x')}.eq(${of(construct, 'y')}))`,
      ),
  },
  'an unequal pair': {
    moved: 'x',
    struct: (construct) =>
      text(
        { x: construct.node, y: construct.node },
        `check(${of(construct, 'x')}.ne(${of(construct, 'y')}))`,
      ),
  },
  'a mirror': {
    moved: 'x',
    struct: ({ node }) => text({ x: node, y: `derived(${node})` }, '$.y.is($.x)'),
  },
  measured: {
    moved: 'x',
    struct: ({ node }) => text({ n: 'derived(u8)', x: node }, '$.n.is(byteLength($.x))'),
  },
  counted: { moved: 'x', struct: ({ node }) => text({ n: 'derived(u8)', x: node }, '$.n.is(count($.x))') },
  'checksum before': {
    moved: 'x',
    struct: ({ node }) => text({ crc: 'derived(u32be)', x: node }, '$.crc.is(crc32(span($.x, $.x)))'),
  },
  'checksum behind': {
    moved: 'x',
    struct: ({ node }) => text({ x: node, crc: 'derived(u32be)' }, '$.crc.is(crc32(span($.x, $.x)))'),
  },
  'a derived offset': {
    moved: 'x',
    struct: ({ node }) => text({ o: 'derived(u8)', x: node }, '$.o.is(offsetOf($.x))'),
  },
  'a constant': {
    moved: 'x',
    struct: withValues(({ node }, a) => text({ x: `literal(${node}, ${a})`, y: 'u8' })),
  },
  'an end of a list': {
    moved: 'x',
    struct: withValues(({ node }, a) => text({ x: `list(u8, endsWith(literal(${node}, ${a})))` })),
  },
  'a boundary': {
    moved: 'x',
    struct: ({ node }) => text({ x: `bytes(until(${node}))`, y: node }),
  },
  'looked ahead at': {
    moved: 'x',
    struct: withValues(({ node }, a) => text({ x: `presence(literal(${node}, ${a}))`, y: 'bytes(toEnd)' })),
  },
  'peeked at': {
    moved: 'body',
    struct: (construct) =>
      one(construct) === undefined
        ? undefined
        : text(
            { x: `peek(${construct.node})`, body: 'optional(u16be)', y: 'u8' },
            `$.body.presentWhen(${of(construct, 'x')}.eq(${one(construct)}))`,
          ),
  },
  'an alternative': { moved: 'x', struct: ({ node }) => text({ x: `firstOf({ one: ${node}, other: u8 })` }) },
  changed: { moved: 'x', struct: ({ node }) => text({ x: `processed(xor(0x5a), prefix(u8), ${node})` }) },
};
