import type { Definition, ExtentDefinition } from '../../language/definition.js';
import type { Node } from '../../language/node.js';
import type { ByteExtentIR, ListExtentIR } from '../extent.js';
import type { RegionSize } from '../node.js';
import type { NumericNode } from '../nodes/numeric.js';
import { isNumeric } from '../nodes/numeric.js';
import type { TextEncoding } from '../nodes/string.js';
import { SchemaError } from '../schema-error.js';
import type { LowerContext } from './lower.js';
import { aside, lower } from './lower.js';
import { checkUnits, lowerPadded, lowerTerminated } from './lower-byte-endings.js';
import { recordCondition } from './record-condition.js';

/** What list endings are called in the language. */
const LIST_ENDINGS = { sentinel: 'endsWith', last: 'endsAfter', while: 'whilePeek' } as const;

function lowerPrefix(node: Node<unknown>, context: LowerContext): NumericNode {
  const prefix = lower(node, { ...context, open: undefined });
  if (!isNumeric(prefix))
    throw new SchemaError(
      'wrong-ending',
      context.path,
      'prefix() takes an integer node, such as prefix(u16be); one that keeps padding has no place in the value',
    );
  return prefix;
}

/** Where bytes or a text end. */
export function byteExtent(
  extent: ExtentDefinition | undefined,
  context: LowerContext,
  encoding?: TextEncoding,
): ByteExtentIR {
  if (extent === undefined) {
    if (context.relations?.size !== undefined) return { kind: 'expression', size: context.relations.size };
    if (context.open === 'end') return { kind: 'end', reserve: 0 };
    throw new SchemaError(
      'missing-end',
      context.path,
      'has no end; give a size, prefix(…), toEnd or until(…), or relate a length: $.length.is(byteLength($.field))',
    );
  }
  switch (extent.kind) {
    case 'prefix':
      return { kind: 'prefix', prefix: lowerPrefix(extent.prefix, context) };
    case 'until':
      return {
        kind: 'until',
        boundaries: extent.boundaries.map((node) => lower(node, aside(context, context.path))),
      };
    case 'sentinel':
    case 'last':
    case 'while':
      throw new SchemaError(
        'wrong-ending',
        context.path,
        `${LIST_ENDINGS[extent.kind]}() ends a list; bytes end with until(…)`,
      );
    case 'end':
      return { kind: 'end', reserve: 0 };
    case 'terminated':
      return lowerTerminated(extent, encoding, context.path);
    case 'padded':
      return lowerPadded(extent, encoding, context.path);
    case 'fixed':
      checkUnits(extent, encoding, context.path);
      return extent;
    default:
      return extent;
  }
}

/** Where a list ends. */
export function listExtent(
  { extent, element }: Extract<Definition, { kind: 'list' }>,
  context: LowerContext,
): ListExtentIR {
  if (extent === undefined) {
    if (context.relations?.count !== undefined) return { kind: 'expression', size: context.relations.count };
    if (context.open === 'end') return { kind: 'end', reserve: 0 };
    throw new SchemaError(
      'missing-count',
      context.path,
      'a list with no end; give a count, prefix(…), toEnd, endsWith(…), endsAfter(…) or whilePeek(…), or relate a count: $.n.is(count($.list))',
    );
  }
  switch (extent.kind) {
    case 'prefix':
      return { kind: 'prefix', prefix: lowerPrefix(extent.prefix, context) };
    case 'sentinel':
      return {
        kind: 'sentinel',
        sentinel: lower(extent.sentinel, aside(context, `${context.path} sentinel`)),
      };
    case 'last':
      return { kind: 'last', holds: recordCondition(extent.predicate, element, context.path) };
    case 'while': {
      const { ahead, predicate } = extent;
      return {
        kind: 'while',
        ahead: lower(ahead, aside(context, `${context.path} ahead`)),
        holds: predicate && recordCondition(predicate, ahead, context.path),
      };
    }
    case 'until':
    case 'terminated':
      throw new SchemaError(
        'wrong-ending',
        context.path,
        `${extent.kind}() ends bytes; a list ends with endsWith(…), endsAfter(…) or whilePeek(…)`,
      );
    case 'padded':
      throw new SchemaError(
        'wrong-ending',
        context.path,
        'padded() is for bytes and text; list the elements, and padding(…) behind them',
      );
    case 'end':
      return { kind: 'end', reserve: 0 };
    default:
      return extent;
  }
}

/** How large a region is. */
export function regionSize(extent: ExtentDefinition, context: LowerContext): RegionSize {
  const size = byteExtent(extent, aside(context, context.path));
  switch (size.kind) {
    case 'fixed':
    case 'expression':
    case 'prefix':
    case 'end':
      return size;
    default:
      throw new SchemaError(
        'wrong-ending',
        context.path,
        'a sized region has a size: fixed, computed, prefixed or toEnd',
      );
  }
}
