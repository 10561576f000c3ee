import { acceptsAny } from '../../ir/analysis/accepts-any.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { NodeIR } from '../../ir/node.js';
import type { IntegerNode } from '../../ir/nodes/integer.js';
import { printExpression } from '../../ir/print-expression.js';
import type { ChangeKind } from '../change-kinds.js';
import type { Place } from '../comparison.js';
import { describeExtent } from '../describe-extent.js';
import { describeProcessor, describeType } from '../describe-type.js';
import type { BreakingOutcome } from '../effects.js';
import { compareNodes } from './index.js';

/** Nodes of different kinds: one may be the other inside a wrapper, or the same bytes with a different type. */
export function compareOtherKinds(before: NodeIR, after: NodeIR, place: Place): void {
  const wrapped = wrapperOf(after);
  const unwrapped = wrapperOf(before);
  if (wrapped !== undefined && unwrapped === undefined) {
    place.tell(wrapped.added, undefined, wrapped.text);
    compareNodes(before, wrapped.node, place);
  } else if (unwrapped !== undefined) {
    place.tell(unwrapped.removed, unwrapped.text, undefined);
    compareNodes(unwrapped.node, after, place);
  } else compareRepresentations(before, after, place);
}

/** A wrapper around a node, and the kinds of change that add and remove it. */
interface Wrapper {
  readonly node: NodeIR;
  readonly added: ChangeKind;
  readonly removed: ChangeKind;
  readonly text: string;
}

function wrapperOf(node: NodeIR): Wrapper | undefined {
  switch (node.kind) {
    case 'optional':
      return {
        node: node.node,
        added: 'made-optional',
        removed: 'made-required',
        text: printExpression(node.when),
      };
    case 'literal':
      return {
        node: node.node,
        added: 'made-constant',
        removed: 'made-variable',
        text: JSON.stringify(node.value),
      };
    case 'sized':
      return {
        node: node.node,
        added: 'region-added',
        removed: 'region-removed',
        text: describeExtent(node.size),
      };
    case 'processed':
      return {
        node: node.node,
        added: 'processor',
        removed: 'processor',
        text: describeProcessor(node.processor),
      };
    case 'bind':
      return {
        node: node.node,
        added: 'binding',
        removed: 'binding',
        text: node.bindings
          .map(({ parameter, value }) => `${parameter} = ${printExpression(value)}`)
          .join(', '),
      };
    case 'search':
      return { node: node.node, added: 'search-values', removed: 'search-values', text: node.parameter };
    case 'at':
      return {
        node: node.node,
        added: 'position',
        removed: 'position',
        text: printExpression(node.offset),
      };
    default:
      return undefined;
  }
}

function compareRepresentations(before: NodeIR, after: NodeIR, place: Place): void {
  const [was, is] = [numberIn(before), numberIn(after)];
  const structs = [place.comparison.before.structs, place.comparison.after.structs] as const;
  if (was !== undefined && is !== undefined && was.kind === is.kind) {
    compareNodes(was, is, place);
    place.tell('interpretation', describeType(before), describeType(after), acceptance(before, after, place));
    return;
  }
  const [old, now] = [sizeBounds(before, structs[0]), sizeBounds(after, structs[1])];
  const isSameSize = old.min === old.max && now.min === now.max && old.min === now.min;
  place.tell(
    'type-replaced',
    describeType(before),
    describeType(after),
    isSameSize ? acceptance(before, after, place) : {},
  );
}

/** Bytes that are decoded as something else: refused if that does not accept all of them. */
function acceptance(
  before: NodeIR,
  after: NodeIR,
  { comparison }: Place,
): { backward: readonly BreakingOutcome[]; forward: readonly BreakingOutcome[] } {
  const isTotal = (node: NodeIR, structs: typeof comparison.before.structs): boolean =>
    acceptsAny(node, structs) !== undefined;
  return {
    backward: isTotal(after, comparison.after.structs) ? [] : ['refused'],
    forward: isTotal(before, comparison.before.structs) ? [] : ['refused'],
  };
}

const BYTE: IntegerNode = { kind: 'integer', type: 'u8' };

/** The number that a node is encoded as. */
function numberIn(node: NodeIR): NodeIR | undefined {
  switch (node.kind) {
    case 'integer':
    case 'varint':
    case 'bits':
      return node;
    case 'boolean':
      return BYTE;
    case 'enumeration':
    case 'flags':
      return numberIn(node.node);
    default:
      return undefined;
  }
}
