import type {
  ArmIR,
  BytesNode,
  LiteralNode,
  NodeIR,
  NodeKind,
  NodeOf,
  ProcessorIR,
  RawArmIR,
  StringNode,
  TaggedArmIR,
  TagIR,
  TagRangeIR,
} from '@bytewright/schema-dsl/ir';
import { constant, externalName, hex } from './constants.js';
import { binding, expression, fieldExpression } from './expressions.js';
import { extentShapes, knownSize, regionSize } from './extents.js';
import { bits, enumeration, flags, float, integer, varint, writable } from './numbers.js';
import { leftOut, orUndefined, record, variant } from './record.js';
import type { Shape } from './shape.js';
import { asObject, later, listOf, oneOf, onlyTrue, size, text, truth, whole } from './shape.js';

const inner: Shape<NodeIR> = later(() => node);
const { byteExtent, listExtent } = extentShapes(inner);
const byte = whole(0, 0xff);

const bytes = record<BytesNode>({ kind: oneOf(['bytes']), extent: byteExtent });
const string = record<StringNode>({
  kind: oneOf(['string']),
  extent: byteExtent,
  encoding: oneOf(['ascii', 'latin1', 'utf-8', 'utf-16le', 'utf-16be']),
});

const constantOf = record<LiteralNode>({
  kind: oneOf(['literal']),
  node: variant<LiteralNode['node']>('kind', { integer, float, varint, enumeration, bits, bytes, string }),
  value: constant,
});

/** What depends on constants, such as the size of a struct, takes them for what their nodes can write. */
const literal: Shape<LiteralNode> = (value, place) => {
  const read = constantOf(value, place);
  writable(read, place);
  return read;
};

const tag: Shape<TagIR> = (value, place) =>
  typeof value === 'object' && value !== null && Object.hasOwn(asObject(value, place), 'from')
    ? record<TagRangeIR>({ from: constant, to: constant })(value, place)
    : constant(value, place);

const taggedArm = record<TaggedArmIR>({
  name: text,
  node: inner,
  tag: leftOut(constant),
  tags: leftOut(listOf(tag)),
  rawTag: leftOut(text),
});

const rawArm = record<RawArmIR>({ node: inner, raw: text, rawTag: orUndefined(text), tag: leftOut(inner) });

type Xor = Extract<ProcessorIR, { kind: 'xor' }>;

const key: Shape<Xor['key']> = (value, place) =>
  Object.hasOwn(asObject(value, place), 'op')
    ? expression(value, place)
    : record<{ readonly hex: string }>({ hex })(value, place);

const processor = variant<ProcessorIR>('kind', {
  xor: record<Xor>({ kind: oneOf(['xor']), key, size }),
  rotateLeft: record<Extract<ProcessorIR, { kind: 'rotateLeft' }>>({
    kind: oneOf(['rotateLeft']),
    bits: whole(1, 7),
  }),
  swapBytes: record<Extract<ProcessorIR, { kind: 'swapBytes' }>>({
    kind: oneOf(['swapBytes']),
    size: oneOf([2, 4, 8]),
  }),
  bijection: record<Extract<ProcessorIR, { kind: 'bijection' }>>({
    kind: oneOf(['bijection']),
    decode: externalName,
    encode: externalName,
  }),
});

/** The shapes of all kinds of node. */
const kinds: { readonly [K in NodeKind]: Shape<NodeOf<K>> } = {
  integer,
  float,
  varint,
  enumeration,
  flags,
  boolean: record<NodeOf<'boolean'>>({ kind: oneOf(['boolean']), preserve: leftOut(onlyTrue) }),
  bits,
  literal,
  bytes,
  string,
  padding: record<NodeOf<'padding'>>({ kind: oneOf(['padding']), size: knownSize, fill: byte, keep: truth }),
  list: record<NodeOf<'list'>>({ kind: oneOf(['list']), element: inner, extent: listExtent }),
  struct: record<NodeOf<'struct'>>({ kind: oneOf(['struct']), name: text }),
  optional: record<NodeOf<'optional'>>({ kind: oneOf(['optional']), node: inner, when: expression }),
  peek: record<NodeOf<'peek'>>({ kind: oneOf(['peek']), node: inner }),
  lookahead: record<NodeOf<'lookahead'>>({ kind: oneOf(['lookahead']), node: inner }),
  presence: record<NodeOf<'presence'>>({ kind: oneOf(['presence']), node: inner }),
  atEnd: record<NodeOf<'atEnd'>>({ kind: oneOf(['atEnd']) }),
  align: record<NodeOf<'align'>>({
    kind: oneOf(['align']),
    field: text,
    to: whole(1),
    fill: byte,
    keep: truth,
  }),
  at: record<NodeOf<'at'>>({
    kind: oneOf(['at']),
    offset: expression,
    when: leftOut(expression),
    node: inner,
  }),
  atEach: record<NodeOf<'atEach'>>({
    kind: oneOf(['atEach']),
    each: fieldExpression,
    offset: expression,
    when: leftOut(expression),
    node: inner,
  }),
  tail: record<NodeOf<'tail'>>({ kind: oneOf(['tail']), node: inner }),
  gaps: record<NodeOf<'gaps'>>({ kind: oneOf(['gaps']) }),
  sized: record<NodeOf<'sized'>>({ kind: oneOf(['sized']), size: regionSize, node: inner }),
  processed: record<NodeOf<'processed'>>({ kind: oneOf(['processed']), processor, node: inner }),
  custom: record<NodeOf<'custom'>>({
    kind: oneOf(['custom']),
    codec: externalName,
    min: size,
    max: leftOut(size),
    type: leftOut(oneOf(['number', 'bigint', 'string', 'boolean'])),
  }),
  union: record<NodeOf<'union'>>({
    kind: oneOf(['union']),
    tag: text,
    value: text,
    arms: listOf(taggedArm),
    otherwise: orUndefined(rawArm),
    selector: orUndefined(expression),
    followedBy: leftOut(listOf(inner)),
    fallback: leftOut(oneOf(['no arm fits'])),
  }),
  firstOf: record<NodeOf<'firstOf'>>({
    kind: oneOf(['firstOf']),
    tag: text,
    value: text,
    arms: listOf(record<ArmIR>({ name: text, node: inner })),
    followedBy: listOf(inner),
  }),
  search: record<NodeOf<'search'>>({
    kind: oneOf(['search']),
    parameter: text,
    values: listOf(constant),
    node: inner,
    followedBy: leftOut(listOf(inner)),
  }),
  bind: record<NodeOf<'bind'>>({ kind: oneOf(['bind']), node: inner, bindings: listOf(binding) }),
};

/** A node of any kind. */
export const node: Shape<NodeIR> = variant<NodeIR>('kind', kinds);
