import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { Node } from '../language/node.js';
import type { RelationIR } from '../language/relation.js';
import { unwrap } from './find-unknown.js';

/**
 * The subject of a derived field's formula must always be there: a field that may be absent has no count, and no tag unless
 * that is kept in the value; a field that lies in several places has a tag in each.
 */
export function checkSubjects(
  path: string,
  formula: Expression,
  nodes: ReadonlyMap<string, Node<unknown>>,
  relations: readonly RelationIR[],
): void {
  const isSelected = (field: string): boolean =>
    relations.some((relation) => relation.kind === 'tag' && relation.field === field);
  const check = (expression: Expression): void => {
    for (const operand of operands(expression)) check(operand);
    const { op } = expression;
    if ((op !== 'tagOf' && op !== 'count') || (op === 'tagOf' && isSelected(expression.field))) return;
    const kind = subject(nodes.get(expression.field)?.definition)?.kind;
    const what = `${printExpression(expression)}: ${expression.field}`;
    const noun = op === 'tagOf' ? 'tag' : 'count';
    if (kind === 'optional')
      throw new SchemaError(
        'absent-value',
        path,
        `${what} may be absent, and then has no ${noun}; keep the ${noun} in the value, or put both into a struct that is optional`,
      );
    if (kind === 'atEach' && op === 'tagOf')
      throw new SchemaError(
        'no-single-place',
        path,
        `${what} may lie in several places; put the tag into each node`,
      );
  };
  check(formula);
}

/** A field without wrappers that only bind, bound or place it. */
function subject(definition: Definition | undefined): Definition | undefined {
  const inner = definition && unwrap(definition);
  switch (inner?.kind) {
    case 'at':
    case 'tail':
    case 'sized':
    case 'processed':
      return subject(inner.node.definition);
    default:
      return inner;
  }
}
