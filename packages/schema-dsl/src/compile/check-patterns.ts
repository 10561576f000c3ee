import { childrenOf } from '../ir/analysis/children.js';
import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** Patterns meet hostile text, so they must run in linear time: no groups, no alternation, at most one unbounded repeat. */
export function checkPatterns(struct: StructIR, faults: Faults): void {
  const check = (expression: Expression, path: string): void => {
    if (expression.op === 'matches') checkPattern(path, expression.pattern);
    for (const operand of operands(expression)) check(operand, path);
  };
  const visit = (node: NodeIR, path: string): void => {
    const { inline, ahead, expressions } = childrenOf(node);
    for (const expression of expressions) check(expression, path);
    for (const child of [...inline, ...ahead]) visit(child, path);
  };
  faults.each(struct.fields, ({ name, node, encode }) => {
    const path = `${struct.name}.${name}`;
    visit(node, path);
    if (encode !== undefined) check(encode, path);
  });
  faults.each(struct.checks, ({ holds, field }) =>
    check(holds, [struct.name, ...(field ? [field] : [])].join('.')),
  );
}

const SLOW = 'so some texts would take more than linear time';

function checkPattern(path: string, pattern: string): void {
  const refuse = (why: string, cure: string): never => {
    throw new SchemaError('costly-pattern', path, `the pattern /${pattern}/ ${why}; ${cure}`);
  };
  try {
    new RegExp(pattern);
  } catch {
    refuse('is not a valid regular expression', 'fix it');
  }
  const skeleton = pattern.replace(/\\[^0-9k]/g, 'x').replace(/\[(?:\\.|[^\]])*\]/g, 'x');
  if (/[()|\\]/.test(skeleton))
    refuse(
      `has groups, alternatives or back references, ${SLOW}`,
      'use character classes, and several checks',
    );
  const unbounded = skeleton.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  if (unbounded > 1)
    refuse(`has more than one unbounded repeat, ${SLOW}`, 'bound all but one, such as {0,64}');
  if (unbounded === 1 && !pattern.startsWith('^'))
    refuse(`has an unbounded repeat without a leading ^, ${SLOW}`, 'start it with ^');
  for (const [, limit = '0'] of skeleton.matchAll(/\{\d+,(\d+)\}/g)) {
    if (Number(limit) > 255)
      refuse(`repeats something more than 255 times, ${SLOW}`, 'repeat it at most 255 times');
  }
}
