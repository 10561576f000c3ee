import { childrenOf } from '../ir/analysis/children.js';
import { unionField } from '../ir/analysis/union-field.js';
import type { Expression } from '../ir/expression.js';
import { fieldsOf, offsetsIn, tagsIn } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { printExpression } from '../ir/print-expression.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** On decode, whatever decides a field must come before it. A peeked field may decide only presence and arms. */
export function checkOrder(struct: StructIR, faults: Faults): void {
  const names = struct.fields.map((field) => field.name);
  const peeked = new Set(
    struct.fields.filter((field) => field.visibility === 'peek').map((field) => field.name),
  );
  const constants = new Set(
    struct.fields.filter((field) => field.visibility === 'assertion').map((field) => field.name),
  );

  // an encoder reads what is peeked at when everything has been written, and only decisions wait for that
  const checkTags = (expression: Expression): void => {
    for (const union of tagsIn(expression)) {
      const selector = unionField(struct, union)?.selector;
      const ahead = selector && [...fieldsOf(selector)].find((used) => peeked.has(used));
      if (ahead !== undefined)
        throw new SchemaError(
          'peek-only',
          `${struct.name}.${union}`,
          `tagOf(${union}) is only peeked at, in ${ahead}: it may decide presence and arms, but nothing may be derived from it; make ${ahead} a derived field with $.${ahead}.is(tagOf($.${union}))`,
        );
    }
  };

  faults.each(struct.fields.entries(), ([index, field]) => {
    const path = `${struct.name}.${field.name}`;
    const checkExpression = (expression: Expression, mayPeek: boolean): void => {
      if (!mayPeek) checkTags(expression);
      for (const used of fieldsOf(expression)) {
        if (constants.has(used))
          throw new SchemaError(
            'not-comparable',
            path,
            `${used} is an assertion, which has no value to compare; use a field that has one`,
          );
        if (names.indexOf(used) >= index) {
          throw new SchemaError(
            'used-before-decoded',
            path,
            `${printExpression(expression)} is needed before ${used} is decoded; move ${used} forward`,
          );
        }
        if (peeked.has(used) && !mayPeek) {
          throw new SchemaError(
            'peek-only',
            path,
            `${used} is only peeked at: it may decide presence and arms, but not a size, count or parameter; use a field that is consumed`,
          );
        }
      }
    };
    const checkOffsets = (expression: Expression): void => {
      for (const target of offsetsIn(expression)) {
        if (names.indexOf(target) <= index) continue; // the offset of a field is known before it is decoded
        throw new SchemaError(
          'used-before-decoded',
          path,
          `${printExpression(expression)} is needed before ${target} is reached; move ${target} forward`,
        );
      }
    };
    // decisions inside a transformed region are confirmed there, where nothing outside can be peeked at; those inside a
    // search are made at many offsets
    const visit = (node: NodeIR, mayPeek = true): void => {
      const { inline, ahead, expressions } = childrenOf(node);
      for (const expression of expressions) {
        checkExpression(expression, mayPeek && decides(node, expression));
        checkOffsets(expression);
      }
      for (const child of inline) visit(child, mayPeek && node.kind !== 'processed');
      for (const child of ahead) visit(child, false);
    };
    visit(field.node);
  });

  faults.each(struct.checks, (check) => {
    checkTags(check.holds);
    for (const used of fieldsOf(check.holds)) {
      if (peeked.has(used) || constants.has(used)) {
        throw new SchemaError(
          'peek-only',
          `${struct.name}.${used}`,
          'a check needs a field with a value, but this one is only looked ahead at; check the field that consumes it',
        );
      }
    }
  });
}

/** Whether an expression of a node decides its presence or its arm. */
function decides(node: NodeIR, expression: Expression): boolean {
  switch (node.kind) {
    case 'optional':
    case 'union':
      return true;
    case 'at':
    case 'atEach':
      return expression === node.when;
    default:
      return false;
  }
}
