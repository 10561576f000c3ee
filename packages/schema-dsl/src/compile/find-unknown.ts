import type { Expression } from '../ir/expression.js';
import { fieldsOf, operands } from '../ir/expression.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';
import { isNode } from '../language/node.js';
import type { FieldRelations } from './lower.js';

/** A property of a field for which an equation can be solved. */
export type Unknown = Extract<Expression, { op: 'byteLength' | 'count' | 'present' | 'tagOf' }>;

/**
 * The unknowns of an equation on decode: properties of fields after its target that nothing else determines, each once.
 * If some fields have no end of their own, these are the unknowns; otherwise those that can be bounded.
 */
export function findUnknowns(
  value: Expression,
  target: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  decided: ReadonlyMap<string, FieldRelations>,
): readonly Unknown[] {
  const names = [...nodes.keys()];
  const open = new Map<string, Unknown>();
  const visit = (e: Expression): void => {
    if (e.op === 'byteLength' || e.op === 'count' || e.op === 'present' || e.op === 'tagOf') {
      const isLater = names.indexOf(e.field) > names.indexOf(target);
      const isNew = !open.has(JSON.stringify(e));
      if (isLater && isNew && isOpen(e, nodes.get(e.field), decided.get(e.field) ?? {}))
        open.set(JSON.stringify(e), e);
    }
    operands(e).forEach(visit);
  };
  visit(value);
  const all = [...open.values()];
  const undecided = all.filter(
    (e) => e.op !== 'byteLength' || needsEnd(nodes.get(e.field), false, new Set()),
  );
  if (undecided.length > 0) return undecided;
  // All of them end by themselves. One can also be bounded, if the rest is known by then; otherwise there is no unknown.
  const [only, ...others] = all;
  if (only === undefined || others.length > 0) return [];
  const isKnown = (field: string): boolean =>
    field === only.field || names.indexOf(field) < names.indexOf(only.field) || hasOwnSize(nodes.get(field));
  return [...fieldsOf(value)].every(isKnown) ? [only] : [];
}

/** Whether a node has a fixed size, as far as it is known before compilation. */
function hasOwnSize(node: Node<unknown> | undefined): boolean {
  if (node === undefined) return false;
  const { kind } = unwrap(node.definition);
  return kind === 'integer' || kind === 'boolean' || kind === 'bits' || kind === 'literal';
}

function isOpen(property: Unknown, node: Node<unknown> | undefined, decided: FieldRelations): boolean {
  if (node === undefined) return false;
  const definition = unwrap(node.definition);
  if (definition.kind === 'at' || definition.kind === 'tail')
    return isOpen(property, definition.node, decided);
  if (property.op === 'byteLength') return decided.size === undefined && hasFreeSize(definition);
  if (definition.kind === 'sized' || definition.kind === 'processed')
    return isOpen(property, definition.node, decided);
  switch (property.op) {
    case 'count':
      return decided.count === undefined && definition.kind === 'list' && definition.extent === undefined;
    case 'present':
      return decided.when === undefined && definition.kind === 'optional' && definition.when === undefined;
    case 'tagOf':
      return decided.selector === undefined && definition.kind === 'union';
  }
}

/** Whether a length can bound the node: it has no size of its own that would make the length a mere check. */
function hasFreeSize(definition: Definition): boolean {
  switch (definition.kind) {
    case 'bytes':
    case 'string':
      return definition.extent === undefined || definition.extent.kind === 'end';
    case 'integer':
    case 'varint':
    case 'enumeration':
    case 'flags':
    case 'boolean':
    case 'bits':
    case 'literal':
    case 'padding':
      return false;
    case 'custom':
      return definition.min !== definition.max;
    case 'preserve':
      return hasFreeSize(definition.node.definition);
    default:
      return true;
  }
}

/**
 * Whether a node takes all remaining bytes unless a length bounds it. In a nested struct, a node without an extent is
 * bounded by a relation of that struct.
 */
function needsEnd(node: unknown, isNested: boolean, seen: Set<Definition>): boolean {
  if (!isNode(node) || seen.has(node.definition)) return false;
  const { definition } = node;
  seen.add(definition);
  const anyOf = (holder: object): boolean =>
    Object.keys(holder).some((name) =>
      needsEnd(Reflect.get(holder, name), isNested || definition.kind === 'struct', seen),
    );
  switch (definition.kind) {
    case 'bytes':
    case 'string':
    case 'list':
      return definition.extent === undefined ? !isNested : definition.extent.kind === 'end';
    case 'bind':
    case 'documented':
    case 'derived':
    case 'optional':
    case 'at':
    case 'tail':
    case 'on':
      return needsEnd(definition.node, isNested, seen);
    case 'processed':
      return true;
    case 'union':
      return anyOf(definition.arms) || needsEnd(definition.otherwise, isNested, seen);
    case 'firstOf':
      return anyOf(definition.arms);
    case 'struct':
      return anyOf(definition.fields);
    default:
      return false;
  }
}

/** A definition without wrappers that only bind, describe or hide it. */
export function unwrap(definition: Definition): Definition {
  switch (definition.kind) {
    case 'bind':
    case 'documented':
    case 'derived':
      return unwrap(definition.node.definition);
    default:
      return definition;
  }
}
