import type { BindingIR, Expression } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { BitsNode } from '../ir/nodes/bits.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';
import type { EachPosition } from '../language/relation.js';
import type { BitPlace } from './lay-out-bits.js';
import { lowerFirstOf, lowerUnionArms } from './lower-arms.js';
import { lowerEnumeration } from './lower-enumeration.js';
import { byteExtent, listExtent, regionSize } from './lower-extent.js';
import { lowerFlags } from './lower-flags.js';
import { lowerLiteral } from './lower-literal.js';
import { lowerPositioned } from './lower-positioned.js';
import { lowerPreserve, lowerVarint } from './lower-preserve.js';
import { lowerSearch } from './lower-search.js';
import type { StructTable } from './struct-table.js';

/** What relations of the enclosing struct determine about the field being lowered. */
export interface FieldRelations {
  readonly size?: Expression;
  readonly count?: Expression;
  readonly when?: Expression;
  readonly selector?: Expression;
  readonly offset?: Expression;
  readonly each?: EachPosition;
  readonly followedBy?: readonly Node<unknown>[];
  /** A later field that measures it, too late to determine where it ends. */
  readonly measuredBy?: string;
}

/** The context of lowering. */
export interface LowerContext {
  /** The schema path, for messages. */
  readonly path: string;
  /** The field being lowered; `undefined` for nodes inside its node. */
  readonly field?: string;
  /** What a node without an ending may do: nothing (an error), or fill the enclosing region. */
  readonly open: 'end' | undefined;
  readonly relations?: FieldRelations;
  /** Parameters bound further out in the same field: bindings by the nodes inside are ignored. */
  readonly bound?: ReadonlySet<string>;
  /** The field's place in its run, if it is a bit field. */
  readonly bits?: BitPlace | undefined;
  readonly table: StructTable;
}

/** Turns a node as written into IR: names resolved, relations of the struct built in. */
export function lower(node: Node<unknown>, context: LowerContext): NodeIR {
  return lowerDefinition(node.definition, context);
}

function lowerDefinition(definition: Definition, context: LowerContext): NodeIR {
  const { relations = {}, field, bits, ...inner } = context;
  if (relations.size !== undefined && !takesSize(definition)) {
    const { size, ...others } = relations;
    return {
      kind: 'sized',
      size: { kind: 'expression', size },
      node: lowerDefinition(definition, { ...inner, open: 'end', relations: others }),
    };
  }
  switch (definition.kind) {
    case 'integer':
    case 'float':
    case 'custom':
      return definition;
    case 'varint':
      return lowerVarint(definition, context.path);
    case 'preserve':
      return lowerPreserve(definition.node.definition, context);
    case 'flags':
      return lowerFlags(definition, inner);
    case 'enumeration':
      return lowerEnumeration(definition, { ...inner, bits });
    case 'boolean':
    case 'atEnd':
      return { kind: definition.kind };
    case 'align':
      if (field === undefined) {
        throw new SchemaError(
          'misplaced-construct',
          context.path,
          'align() must be a field of its own, as it counts from the start of its struct; make it a field',
        );
      }
      return { kind: 'align', field, to: definition.to, fill: definition.fill, keep: definition.keep };
    case 'bits':
      return lowerBits(definition, context);
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
      return lowerPositioned(definition, context);
    case 'literal':
      return lowerLiteral(definition, { ...inner, bits });
    case 'bytes':
      return { kind: 'bytes', extent: byteExtent(definition.extent, context) };
    case 'string':
      return {
        kind: 'string',
        extent: byteExtent(definition.extent, context, definition.encoding),
        encoding: definition.encoding,
      };
    case 'padding':
      return { kind: 'padding', size: definition.size, fill: definition.fill, keep: definition.keep };
    case 'list':
      return {
        kind: 'list',
        element: lower(definition.element, { ...inner, path: `${context.path}[]`, open: undefined }),
        extent: listExtent(definition, context),
      };
    case 'sized':
      return {
        kind: 'sized',
        size: regionSize(definition.size, context),
        node: lower(definition.node, { ...inner, relations, open: 'end' }),
      };
    case 'processed':
      return {
        kind: 'processed',
        processor: definition.processor,
        node: lower(definition.node, { ...inner, relations, open: 'end' }),
      };
    case 'optional': {
      const when = definition.when ?? relations.when;
      if (when === undefined) {
        throw new SchemaError(
          'missing-condition',
          context.path,
          'is optional, but nothing says when it is present; write $.field.presentWhen(…) or $.flag.is(present($.field))',
        );
      }
      if (definition.when !== undefined && relations.when !== undefined)
        throw new SchemaError('conflicting-relations', context.path, 'has two conditions; keep one');
      const { when: _, ...others } = relations;
      const node = lower(definition.node, { ...inner, relations: others });
      if (mayBeUndefined(node)) {
        throw new SchemaError(
          'doubly-optional',
          context.path,
          'the optional node may itself be undefined, so its absence would not show; put it into a struct',
        );
      }
      return { kind: 'optional', node, when };
    }
    case 'peek':
    case 'lookahead':
    case 'presence':
      return { kind: definition.kind, node: lower(definition.node, { ...inner, open: undefined }) };
    case 'union':
      return lowerUnionArms(definition, context);
    case 'firstOf':
      return lowerFirstOf(definition, context);
    case 'search':
      return lowerSearch(definition, context);
    case 'bind':
      return lowerBound(definition.bindings, definition.node, context);
    case 'documented':
    case 'derived':
      return lower(definition.node, context);
    case 'on':
      throw new SchemaError(
        'misplaced-construct',
        context.path,
        'on() sets the tag of a union arm, but this is not one; remove it',
      );
    case 'struct':
      return { kind: 'struct', name: context.table.add(definition, context.path) };
  }
}

/** A bit field in its place, which only its struct can assign. */
export function lowerBits(
  { type, width }: Extract<Definition, { kind: 'bits' }>,
  { bits, path }: LowerContext,
): BitsNode {
  if (bits === undefined) {
    throw new SchemaError(
      'misplaced-construct',
      path,
      "is a bit field outside a struct; make it a field of a struct, or use bits('Name', u8, { … }, msb0), which can stand anywhere",
    );
  }
  return { kind: 'bits', type, width, ...bits };
}

/**
 * A node with parameters bound for everything below it, except those already bound further out; a constant has nothing
 * below. So the place where a struct is used takes precedence over the struct's own bindings.
 */
export function lowerBound(
  bindings: readonly BindingIR[],
  node: Node<unknown>,
  context: LowerContext,
): NodeIR {
  const outer = context.bound ?? new Set();
  const effective = bindings.filter(({ parameter }) => !outer.has(parameter));
  const bound = new Set([...outer, ...effective.map(({ parameter }) => parameter)]);
  const lowered = lower(node, { ...context, bound });
  return effective.length === 0 || lowered.kind === 'literal'
    ? lowered
    : { kind: 'bind', bindings: effective, node: lowered };
}

/** Whether a value of the node may be `undefined`, which would mean the absence of an optional. */
function mayBeUndefined(node: NodeIR): boolean {
  switch (node.kind) {
    case 'optional':
    case 'padding':
    case 'atEnd':
      return true;
    case 'bind':
    case 'sized':
    case 'processed':
      return mayBeUndefined(node.node);
    default:
      return false;
  }
}

/** Whether a size from a relation becomes the node's own extent; other nodes are wrapped in a region. */
function takesSize(definition: Definition): boolean {
  switch (definition.kind) {
    case 'bytes':
    case 'string':
      return definition.extent === undefined;
    case 'bind':
    case 'documented':
    case 'derived':
    case 'at': // the region is around the node at the offset
    case 'atEach':
    case 'tail':
    case 'optional': // the region is around the optional node; the condition stays outside
      return true;
    default:
      return false;
  }
}

/** The context for nodes beside the node itself, as relations concern only the node. */
export function aside({ bound, table }: LowerContext, path: string): LowerContext {
  return { path, open: undefined, table, ...(bound === undefined ? {} : { bound }) };
}
