import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import { buildRun, buildWord } from './bits.js';
import { buildChecksum } from './checksums.js';
import { buildChoice } from './choice.js';
import {
  buildCheck,
  buildConditional,
  buildFlagged,
  buildMaybeNumber,
  buildSetFlag,
  buildTested,
} from './conditions.js';
import { fieldName } from './field-name.js';
import { buildCopy, buildCount, buildFormula, buildLength, buildSum, buildTotal } from './formulas.js';
import { addNumber, integerOf, isNumber, varintOf } from './integers.js';
import { buildFirstOf, buildLookahead, buildPeeked, buildPresence, buildSearch } from './look-ahead.js';
import { buildMirror } from './mirrors.js';
import { buildBound, buildParametrised, buildVersion, limit } from './parameters.js';
import type { NodePlan, OrderedPlan, PiecePlan, PlainPlan, StructPlan } from './plan.js';
import { buildAlign, buildOffset, buildPlaced } from './positions.js';
import {
  buildBytes,
  buildConstant,
  buildCustom,
  buildList,
  buildPadding,
  buildProcessed,
  buildReserved,
  buildSized,
  buildString,
} from './regions.js';
import { buildEnumeration, buildFlags, buildFloatConstant, floatOf } from './scalars.js';
import type { StructSite, Whole } from './site.js';
import { partName, partOf } from './site.js';
import { buildTagged } from './tagged.js';

type NodeBuilders = {
  readonly [Kind in NodePlan['kind']]: (
    plan: Extract<NodePlan, { kind: Kind }>,
    site: StructSite,
    isOpen: boolean,
  ) => Node<unknown>;
};
type PieceBuilders = {
  readonly [Kind in PiecePlan['kind']]: (plan: Extract<PiecePlan, { kind: Kind }>, site: StructSite) => void;
};

const NODES: NodeBuilders = {
  integer: ({ type }, { whole }) => integerOf(type, whole),
  narrowed: ({ type }, { whole }) => dsl.asNumber(integerOf(type, whole) as never),
  varint: ({ varint, isPreserved }) => varintOf(varint, isPreserved),
  float: (plan, { whole }) => floatOf(plan, whole),
  floatConstant: buildFloatConstant,
  enumeration: buildEnumeration,
  flags: buildFlags,
  boolean: () => dsl.bool,
  preservedBoolean: () => dsl.preserve(dsl.bool),
  atEnd: () => dsl.atEnd,
  self: (_, site) => recursive(() => site.self()), // read when the schema is compiled
  ordered: buildOrdered,
  word: buildWord,
  constant: buildConstant,
  bytes: buildBytes,
  string: buildString,
  reserved: buildReserved,
  padding: buildPadding,
  list: buildList,
  sized: buildSized,
  processed: buildProcessed,
  firstOf: buildFirstOf,
  search: buildSearch,
  parametrised: buildParametrised,
  custom: buildCustom,
  placed: buildPlaced,
  struct: ({ struct }, site) => site.struct(struct),
};

const PIECES: PieceBuilders = {
  plain: buildPlain,
  constant: (plan, { add }) => void add(buildConstant(plan)),
  length: buildLength,
  total: buildTotal,
  count: buildCount,
  sum: buildSum,
  copy: buildCopy,
  formula: buildFormula,
  flagged: buildFlagged,
  setFlag: buildSetFlag,
  conditional: buildConditional,
  maybeNumber: buildMaybeNumber,
  tested: buildTested,
  check: buildCheck,
  version: buildVersion,
  bound: buildBound,
  choice: buildChoice,
  tagged: buildTagged,
  lookahead: buildLookahead,
  presence: buildPresence,
  peeked: buildPeeked,
  checksum: buildChecksum,
  run: buildRun,
  align: buildAlign,
  offset: buildOffset,
  mirror: buildMirror,
};

/** Builds a schema from its plan. Parameters that nothing else binds are bound at the root. */
export function buildSchema(plan: StructPlan): Node<unknown> {
  const whole: Whole = { usesParameter: false, structs: 0 };
  const root = buildStruct(plan, whole, plan.isEnded);
  if (!whole.usesParameter) return root;
  return dsl.struct('Whole', { order: dsl.u8, root }).where(($) => {
    const order = $.order.eq(1).choose('little', 'big');
    return [($.root as { with?: unknown } & typeof $.root).with?.(limit.of(2), dsl.endianness.of(order))];
  });
}

function buildStruct(plan: StructPlan, whole: Whole, isEnded = false): Node<unknown> {
  // its name is taken before those of the structs in it
  const name = partName(whole);
  const fields: Record<string, Node<unknown>> = {};
  const site: StructSite = {
    whole,
    numbers: [],
    relations: [],
    choice: undefined,
    add(node) {
      const field = fieldName(Object.keys(fields).length);
      fields[field] = node;
      return field;
    },
    node: (node, isOpen = false) => NODES[node.kind](node as never, site, isOpen),
    struct: (struct) => buildStruct(struct, whole),
    self: () => built,
  };
  for (const piece of plan.pieces) PIECES[piece.kind](piece as never, site);
  if (plan.rest !== undefined) {
    site.add(site.node(plan.rest.node));
    for (const type of plan.rest.behind) addNumber(site, type);
  }
  if (isEnded) site.add(dsl.atEnd);
  const related = partOf(whole, fields, name).where(($) => site.relations.map((relate) => relate($)));
  const built: Node<unknown> = plan.isFlat && site.choice !== undefined ? related.flat(site.choice) : related;
  return built;
}

function buildPlain({ node }: PlainPlan, site: StructSite): void {
  if (node.kind === 'integer') {
    addNumber(site, node.type);
    return;
  }
  const field = site.add(site.node(node));
  if (isNumber(node)) site.numbers.push(field);
  if (node.kind === 'firstOf') site.choice = field;
}

function buildOrdered(plan: OrderedPlan, site: StructSite, isOpen: boolean): Node<unknown> {
  const node = site.node(plan.node, isOpen);
  // the struct around has no methods yet
  return isRecursive(plan.node) ? node : node.with(dsl.endianness.of(plan.order));
}

const isRecursive = (plan: NodePlan): boolean =>
  plan.kind === 'self' || (plan.kind === 'ordered' && isRecursive(plan.node));

/** A node whose definition is that of a struct which is still being made. */
function recursive(self: () => Node<unknown>): Node<unknown> {
  return new Proxy({} as Node<unknown>, {
    get: (_, key) => Reflect.get(self(), key),
    has: (_, key) => typeof key === 'symbol' || Reflect.has(self(), key), // it is a node, whenever it is asked
  });
}
