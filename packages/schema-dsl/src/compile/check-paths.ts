import { childrenOf } from '../ir/analysis/children.js';
import { virtualValues } from '../ir/analysis/virtual-values.js';
import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import type { FlagsNode } from '../ir/nodes/flags.js';
import { UNKNOWN_BITS } from '../ir/nodes/flags.js';
import { printExpression } from '../ir/print-expression.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { checkComparison, checkFormula } from './check-comparisons.js';
import { checkOperands, checkSizes } from './check-operands.js';
import { checkProperty } from './check-properties.js';
import { checkTruth, conditionsOf } from './check-truth.js';
import type { Faults } from './faults.js';

/**
 * Relations refer to the struct's own fields. A path into a nested struct must lead to a field in that struct's value, as
 * others have nothing to compare. Returns whether all paths are valid, so that the relations can be checked further.
 */
export function checkPaths(struct: StructIR, ir: SchemaIR, faults: Faults): boolean {
  const check = (expression: Expression, asking: string): void => {
    if (expression.op === 'field') checkPath(struct, expression.path, ir);
    if ('field' in expression && !struct.fields.some(({ name }) => name === expression.field))
      throw new SchemaError(
        'unknown-field',
        `${struct.name}.${expression.field}`,
        `${printExpression(expression)} refers to something other than a field of ${struct.name}; use one of ${namesOf(struct)}`,
      );
    checkProperty(expression, struct, asking);
    checkComparison(expression, struct, ir, asking);
    for (const operand of operands(expression)) check(operand, asking);
    checkOperands(expression, struct, ir, asking); // operands first
  };
  const visit = (node: NodeIR, path: string): void => {
    const { inline, ahead, expressions } = childrenOf(node);
    for (const expression of expressions) check(expression, path);
    checkSizes(node, struct, ir, path);
    for (const condition of conditionsOf(node)) checkTruth(condition, struct, ir, path);
    for (const child of [...inline, ...ahead]) visit(child, path);
  };
  const areFields = faults.each(struct.fields, (field) => {
    const path = `${struct.name}.${field.name}`;
    visit(field.node, path);
    if (field.encode === undefined) return;
    check(field.encode, path);
    checkFormula(field, struct, ir, path);
  });
  const areChecks = faults.each(struct.checks, ({ holds, field }) => {
    const path = [struct.name, ...(field ? [field] : [])].join('.');
    check(holds, path);
    checkTruth(holds, struct, ir, path);
  });
  const areValues = faults.each(virtualValues(struct), (value) => check(value, struct.name));
  return areFields && areChecks && areValues;
}

function checkPath(struct: StructIR, path: readonly string[], { structs }: SchemaIR): void {
  let holder: StructIR | undefined = struct;
  for (const [depth, name] of path.entries()) {
    const where = `${struct.name}.${path.slice(0, depth + 1).join('.')}`;
    const field: StructIR['fields'][number] | undefined = holder?.fields.find(
      (candidate) => candidate.name === name,
    );
    if (field === undefined)
      throw new SchemaError(
        'unknown-field',
        where,
        holder === undefined
          ? 'no such field, as the path before it does not lead to a struct; use a path through structs'
          : `no such field; use one of ${namesOf(holder)}`,
      );
    // the struct's own hidden fields are known here; those of a nested struct are in no value
    if (depth > 0 && field.visibility !== 'value') {
      throw new SchemaError(
        'hidden-field',
        where,
        `${name} is not in the value of ${holder?.name}; keep it there, or state this in the where() of that struct`,
      );
    }
    const target: NodeIR = unwrap(field.node);
    if (target.kind === 'flags') {
      checkFlag(target, struct, path, depth + 1);
      return;
    }
    holder = target.kind === 'struct' ? structs[target.name] : undefined;
  }
}

/** A path into a flag set leads to a flag or to the unnamed bits. */
function checkFlag(node: FlagsNode, struct: StructIR, path: readonly string[], depth: number): void {
  const [name, ...rest] = path.slice(depth);
  if (name === undefined) return;
  const names = [...node.flags.map((flag) => flag.name), ...(node.strict ? [] : [UNKNOWN_BITS])];
  if (rest.length > 0 || !names.includes(name))
    throw new SchemaError(
      'unknown-field',
      `${struct.name}.${path.join('.')}`,
      `no such flag; use one of ${names.join(', ')}`,
    );
}

const namesOf = ({ fields }: StructIR): string => fields.map(({ name }) => name).join(', ');

function unwrap(node: NodeIR): NodeIR {
  switch (node.kind) {
    case 'bind':
    case 'search':
    case 'sized':
    case 'at':
    case 'tail':
    case 'processed':
    case 'optional':
    case 'peek':
      return unwrap(node.node);
    default:
      return node;
  }
}
