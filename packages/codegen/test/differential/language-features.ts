import type {
  ByteExtentIR,
  Expression,
  ListExtentIR,
  NodeIR,
  NodeKind,
  NodeOf,
  ProcessorIR,
  SchemaIR,
  StructIR,
  TaggedArmIR,
  Visibility,
} from '@bytewright/schema-dsl/ir';
import {
  childrenOf,
  integerTraits,
  nodeOf,
  operands,
  sizeBounds,
  triedArms,
  visitNodes,
} from '@bytewright/schema-dsl/ir';

/** Every kind of node, with the variants of it that are held to appear as well. */
const NODES: Readonly<Record<NodeKind, readonly string[]>> = {
  integer: ['inherited byte order', 'odd width', '128 bits', 'as number'],
  float: ['preserve NaN'],
  varint: ['preserve', 'uleb128', 'sleb128', 'zigzag'],
  enumeration: ['open', 'closed'],
  flags: ['strict', 'with unknown bits'],
  boolean: ['preserve'],
  bits: ['boolean', 'unsigned', 'signed'],
  literal: [],
  bytes: [],
  string: ['ascii', 'latin1', 'utf-8', 'utf-16le', 'utf-16be'],
  padding: ['keep', 'refuse others'],
  list: ['of structs', 'of elements of no bytes'],
  struct: ['recursive', 'flat', 'with a default'],
  optional: [],
  peek: [],
  lookahead: [],
  presence: [],
  atEnd: [],
  align: ['keep'],
  at: ['optional'],
  atEach: ['optional'],
  tail: [],
  gaps: [],
  sized: [],
  processed: [],
  custom: [],
  union: [
    'several tags',
    'range',
    'bytes',
    'bigint',
    'string',
    'tried in order',
    'followedBy',
    'otherwise',
    'fallback',
    'rawTag',
  ],
  firstOf: ['followedBy'],
  search: ['followedBy'],
  bind: [],
};

const BYTE_EXTENTS: Readonly<Record<ByteExtentIR['kind'], true>> = {
  fixed: true,
  expression: true,
  prefix: true,
  end: true,
  until: true,
  terminated: true,
  padded: true,
};
const LIST_EXTENTS: Readonly<Record<ListExtentIR['kind'], true>> = {
  fixed: true,
  expression: true,
  prefix: true,
  end: true,
  sentinel: true,
  last: true,
  while: true,
};
const OPERATORS: Readonly<Record<Expression['op'], true>> = {
  constant: true,
  field: true,
  parameter: true,
  eq: true,
  ne: true,
  lt: true,
  le: true,
  gt: true,
  ge: true,
  plus: true,
  minus: true,
  times: true,
  div: true,
  and: true,
  or: true,
  startsWith: true,
  not: true,
  size: true,
  toNumber: true,
  toBigint: true,
  choose: true,
  afterLast: true,
  matches: true,
  call: true,
  byteLength: true,
  count: true,
  present: true,
  tagOf: true,
  offsetOf: true,
  element: true,
};
const VISIBILITIES: Readonly<Record<Visibility, true>> = {
  value: true,
  constant: true,
  derived: true,
  peek: true,
  assertion: true,
};
const PROCESSORS: Readonly<Record<ProcessorIR['kind'], true>> = {
  xor: true,
  rotateLeft: true,
  swapBytes: true,
  bijection: true,
};

/** What a struct may say about its fields beside them. */
const RELATIONS = [
  'derived field',
  'derived field that is computed by another formula',
  'check',
  'equation that is tested',
  'crc32',
  'internetChecksum',
  'external checksum',
  'checksum of several spans',
  'span that holds its checksum',
  'virtual header',
] as const;

/** What relations read of numbers that keep more than their values, and of what may be absent; constants and lengths of types of their own. */
const NUMBERS = [
  'of a padded integer',
  'of a float with its NaNs',
  'of what may be absent',
  'constant float',
  'narrowed length',
] as const;

/** All that a made-up schema can show: a new kind in the representation is missed here by the compiler. */
export const LANGUAGE: readonly string[] = [
  ...Object.entries(NODES).flatMap(([kind, variants]) => [kind, ...variants.map((v) => `${kind}: ${v}`)]),
  ...Object.keys(BYTE_EXTENTS).map((kind) => `bytes up to: ${kind}`),
  ...Object.keys(BYTE_EXTENTS).map((kind) => `string up to: ${kind}`),
  ...Object.keys(LIST_EXTENTS).map((kind) => `list up to: ${kind}`),
  ...Object.keys(OPERATORS).map((op) => `expression: ${op}`),
  ...Object.keys(VISIBILITIES).map((visibility) => `field: ${visibility}`),
  ...Object.keys(PROCESSORS).map((kind) => `processor: ${kind}`),
  ...RELATIONS.map((relation) => `relation: ${relation}`),
  ...NUMBERS.map((number) => `number: ${number}`),
];

/** What of {@link LANGUAGE} a schema shows. */
export function featuresOf(ir: SchemaIR): ReadonlySet<string> {
  const found = new Set<string>();
  const number = (feature: (typeof NUMBERS)[number]): unknown => found.add(`number: ${feature}`);
  let struct: StructIR | undefined;
  const node = (root: NodeIR): void =>
    visitNodes(root, (n) => {
      found.add(n.kind);
      if (n.kind === 'literal' && n.node.kind === 'float') number('constant float');
      if ('extent' in n && n.extent.kind === 'prefix' && 'asNumber' in n.extent.prefix)
        number('narrowed length');
      for (const variant of variantsOf(n, ir)) found.add(`${n.kind}: ${variant}`);
      if (n.kind === 'bytes' || n.kind === 'string' || n.kind === 'list')
        found.add(`${n.kind} up to: ${n.extent.kind}`);
      if (n.kind === 'processed') found.add(`processor: ${n.processor.kind}`);
      for (const e of childrenOf(n).expressions) expression(e);
    });
  const expression = (e: Expression): void => {
    found.add(`expression: ${e.op}`);
    if (e.op === 'field' && e.plain === 'varint') number('of a padded integer');
    if (e.op === 'field' && e.plain === 'float') number('of a float with its NaNs');
    if (e.op === 'field' && nodeOf(e, { struct, structs: ir.structs })?.isMaybeAbsent)
      number('of what may be absent');
    for (const operand of operands(e)) expression(operand);
  };
  node(ir.root);
  for (struct of Object.values(ir.structs)) {
    for (const field of struct.fields) {
      found.add(`field: ${field.visibility}`);
      if (field.encode !== undefined) expression(field.encode);
      node(field.node);
    }
    for (const { holds } of struct.checks) expression(holds);
    for (const relation of relationsOf(struct)) found.add(`relation: ${relation}`);
  }
  return found;
}

function* relationsOf({ fields, checks, checksums = [] }: StructIR): Generator<(typeof RELATIONS)[number]> {
  if (fields.some((field) => field.encode !== undefined)) yield 'derived field';
  if (fields.some((f) => f.encode !== undefined && checks.some((c) => c.field === f.name)))
    yield 'derived field that is computed by another formula';
  for (const { code } of checks) yield code === 'mismatch' ? 'equation that is tested' : 'check';
  for (const { algorithm, over, field } of checksums) {
    yield typeof algorithm === 'string' ? algorithm : 'external checksum';
    if (over.filter((part) => part.kind === 'span').length > 1) yield 'checksum of several spans';
    const index = (name: string): number => fields.findIndex((f) => f.name === name);
    for (const part of over) {
      if (part.kind === 'virtual') yield 'virtual header';
      else if (index(part.first) <= index(field) && index(field) <= index(part.last))
        yield 'span that holds its checksum';
    }
  }
}

function* variantsOf(node: NodeIR, { structs }: SchemaIR): Generator<string> {
  switch (node.kind) {
    case 'integer': {
      const { byteOrder, size } = integerTraits(node);
      if (byteOrder === undefined) yield 'inherited byte order';
      if ([3, 5, 6, 7].includes(size)) yield 'odd width';
      if (size === 16) yield '128 bits';
      if (node.asNumber) yield 'as number';
      return;
    }
    case 'float':
      if (node.preserve) yield 'preserve NaN';
      return;
    case 'boolean':
      if (node.preserve) yield 'preserve';
      return;
    case 'varint':
      yield node.encoding;
      if (node.preserve) yield 'preserve';
      return;
    case 'enumeration':
      yield node.open ? 'open' : 'closed';
      return;
    case 'flags':
      yield node.strict ? 'strict' : 'with unknown bits';
      return;
    case 'bits':
      yield node.type;
      return;
    case 'string':
      yield node.encoding;
      return;
    case 'padding':
      yield node.keep ? 'keep' : 'refuse others';
      return;
    case 'align':
      if (node.keep) yield 'keep';
      return;
    case 'list':
      if (node.element.kind === 'struct') yield 'of structs';
      if (sizeBounds(node.element, structs).max === 0) yield 'of elements of no bytes';
      return;
    case 'struct': {
      const struct = structs[node.name];
      if (struct?.recursive) yield 'recursive';
      if (struct?.flat !== undefined) yield 'flat';
      if (struct?.parameters.some((parameter) => parameter.default !== undefined)) yield 'with a default';
      return;
    }
    case 'at':
    case 'atEach':
      if (node.when !== undefined) yield 'optional';
      return;
    case 'union':
      yield* variantsOfUnion(node);
      return;
    case 'firstOf':
    case 'search':
      if ((node.followedBy ?? []).length > 0) yield 'followedBy';
  }
}

function* variantsOfUnion(node: NodeOf<'union'>): Generator<string> {
  if (node.followedBy !== undefined) yield 'followedBy';
  if (node.otherwise !== undefined) yield 'otherwise';
  if (node.fallback !== undefined) yield 'fallback';
  if (triedArms(node).length > 0) yield 'tried in order';
  for (const { tag, tags = [], rawTag } of node.arms satisfies readonly TaggedArmIR[]) {
    if (tags.length > 1) yield 'several tags';
    if (rawTag !== undefined) yield 'rawTag';
    for (const one of [tag, ...tags]) {
      if (typeof one === 'string') yield 'string';
      if (typeof one !== 'object') continue;
      yield 'from' in one ? 'range' : 'hex' in one ? 'bytes' : 'bigint';
    }
  }
}
