import type { Expression, FieldExpression } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';
import { isHidden } from '../language/node.js';
import type { FieldRelations, LowerContext } from './lower.js';
import { lower, lowerBound } from './lower.js';

type RelatedContext = LowerContext & { readonly relations: FieldRelations };
type Positioned = Extract<Definition, { kind: 'at' | 'atEach' | 'tail' | 'gaps' }>;

/** A field that does not directly follow the previous one; relations of the struct give its offset and size. */
export function lowerPositioned(definition: Positioned, context: LowerContext): NodeIR {
  const { relations = {}, field, ...inner } = context;
  if (field === undefined) {
    throw new SchemaError(
      'misplaced-construct',
      context.path,
      `${definition.kind}() must be a field of its own, as its offset counts from the start of its struct; make it a field`,
    );
  }
  if (definition.kind === 'gaps') return { kind: 'gaps' };
  if (isHidden(definition.node.definition)) {
    throw new SchemaError(
      'misplaced-construct',
      context.path,
      `a node placed by ${definition.kind}() must be in the value; put a constant or a derived field into a struct`,
    );
  }
  const below: RelatedContext = { ...inner, relations, open: undefined };
  switch (definition.kind) {
    case 'tail':
      return { kind: 'tail', node: lower(definition.node, below) };
    case 'at':
      return lowerAt(definition, below);
    case 'atEach':
      return lowerAtEach(definition.node, below);
  }
}

function lowerAt(definition: Extract<Definition, { kind: 'at' }>, context: RelatedContext): NodeIR {
  const { offset: related, ...relations } = context.relations;
  const offset = definition.offset ?? related;
  if (offset === undefined)
    throw new SchemaError(
      'missing-offset',
      context.path,
      'has no offset; write $.field.at(…) or at(offset, node)',
    );
  if (definition.offset !== undefined && related !== undefined)
    throw new SchemaError('conflicting-relations', context.path, 'has two offsets; keep one');
  const node = lower(definition.node, { ...context, relations });
  return node.kind === 'optional'
    ? { kind: 'at', offset, when: node.when, node: node.node }
    : { kind: 'at', offset, node };
}

function lowerAtEach(node: Node<unknown>, context: RelatedContext): NodeIR {
  const { each, ...others } = context.relations;
  if (each === undefined) {
    throw new SchemaError(
      'missing-offset',
      context.path,
      'has no list of offsets; write $.field.atEach($.list, ($element) => ({ offset: $element.… }))',
    );
  }
  const { list, offset, size, when, bindings } = each;
  const optional = optionalIn(node.definition);
  if ((optional === undefined) !== (when === undefined)) {
    throw new SchemaError(
      'missing-offset',
      context.path,
      optional === undefined
        ? 'some elements have no node here, so the value may be undefined; write atEach(optional(…))'
        : 'nothing says which elements have an optional node; add `when` next to `offset`',
    );
  }
  const content = lowerBound(bindings, optional ?? node, {
    ...context,
    path: `${context.path}[]`,
    relations: { ...others, ...(size === undefined ? {} : { size }) },
  });
  const place: { each: FieldExpression; offset: Expression; node: NodeIR } = {
    each: list,
    offset,
    node: content,
  };
  return when === undefined ? { kind: 'atEach', ...place } : { kind: 'atEach', when, ...place };
}

/** The node inside an optional, if the definition is one. */
function optionalIn(definition: Definition): Node<unknown> | undefined {
  switch (definition.kind) {
    case 'optional':
      return definition.node;
    case 'documented':
      return optionalIn(definition.node.definition);
    default:
      return undefined;
  }
}
