import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition, ElementPredicate } from '../language/definition.js';
import { describeArgument } from '../language/describe-argument.js';
import { isExpr } from '../language/expression.js';
import type { Node } from '../language/node.js';
import { makeElement } from '../language/reference.js';
import { askAuthor } from './ask-author.js';

/** A user-supplied condition on an element, as an expression over it. */
export function recordCondition(predicate: ElementPredicate, of: Node<unknown>, path: string): Expression {
  const { kind } = unwrap(of.definition);
  const condition: unknown = askAuthor(path, 'condition', () =>
    predicate(makeElement([], kind === 'struct' || kind === 'flags')),
  );
  if (!isExpr(condition))
    throw new SchemaError(
      'invalid-relation',
      path,
      `its condition returns ${condition === undefined ? 'nothing' : describeArgument(condition)}; return an expression over the element, such as ($) => $.last.eq(1)`,
    );
  if (!speaksOfElement(condition.expression))
    throw new SchemaError(
      'constant-condition',
      path,
      'the condition does not refer to the element, so all elements or none would satisfy it; compare the element or one of its fields',
    );
  return condition.expression;
}

function speaksOfElement(expression: Expression): boolean {
  return expression.op === 'element' || operands(expression).some(speaksOfElement);
}

function unwrap(definition: Definition): Definition {
  switch (definition.kind) {
    case 'bind':
    case 'documented':
    case 'sized':
      return unwrap(definition.node.definition);
    default:
      return definition;
  }
}
