import type { ByteExtentIR, ListExtentIR } from '../ir/extent.js';
import type { RegionSize } from '../ir/node.js';
import type { NumericNode } from '../ir/nodes/numeric.js';
import { isNumeric } from '../ir/nodes/numeric.js';
import type { TextEncoding } from '../ir/nodes/string.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition, ExtentDefinition } from '../language/definition.js';
import { describeDefinition } from '../language/describe-argument.js';
import type { Node } from '../language/node.js';
import type { LowerContext } from './lower.js';
import { aside, lower } from './lower.js';
import { checkUnits, lowerPadded, lowerTerminated } from './lower-byte-endings.js';
import { recordCondition } from './record-condition.js';

/** The names of list endings in the language. */
const LIST_ENDINGS = { sentinel: 'endsWith', last: 'endsAfter', while: 'whilePeek' } as const;

function lowerPrefix(node: Node<unknown>, context: LowerContext): NumericNode {
  const prefix = lower(node, { ...context, open: undefined });
  if (!isNumeric(prefix))
    throw new SchemaError(
      'wrong-ending',
      context.path,
      node.definition.kind === 'preserve'
        ? 'the prefix is preserve(…), but the value has no place for what that keeps; remove preserve()'
        : `the prefix is ${describeDefinition(node.definition)}, which is not an integer; use an integer node, such as prefix(u16be)`,
    );
  return prefix;
}

/** Where bytes or text end. */
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
      `has no end; ${measured(context, 'give it a size, prefix(…), toEnd or until(…)') ?? 'add a size, prefix(…), toEnd or until(…), or a relation on its length: $.length.is(byteLength($.field))'}`,
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
        `${LIST_ENDINGS[extent.kind]}() ends a list, but these are bytes; use until(…), prefix(…) or a size`,
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

/** What to add when a later field measures the one without an end. */
function measured({ relations }: LowerContext, cure: string): string | undefined {
  const by = relations?.measuredBy;
  return by === undefined
    ? undefined
    : `${by} measures it, but is decoded only after it; move ${by} before it, or ${cure}, against which ${by} is then checked`;
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
      `is a list without an end; ${measured(context, 'give it a count, prefix(…), toEnd, endsWith(…), endsAfter(…) or whilePeek(…)') ?? 'add a count, prefix(…), toEnd, endsWith(…), endsAfter(…) or whilePeek(…), or a relation on its count: $.n.is(count($.list))'}`,
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
        `${extent.kind}() ends bytes, but this is a list; use endsWith(…), endsAfter(…) or whilePeek(…)`,
      );
    case 'padded':
      throw new SchemaError(
        'wrong-ending',
        context.path,
        'padded() is for bytes and text, but this is a list; give it a count, and put padding(…) after it',
      );
    case 'end':
      return { kind: 'end', reserve: 0 };
    default:
      return extent;
  }
}

/** The size of a region. */
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
        `sized() takes a size, but ${extent.kind} is an ending; use a number, an expression, prefix(…) or toEnd`,
      );
  }
}
