import { childrenOf } from '../ir/analysis/children.js';
import { fieldNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { mayBeAbsent } from '../ir/analysis/may-be-absent.js';
import { mayBeInexact } from '../ir/analysis/may-be-inexact.js';
import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import { freeParameters, parameterOf } from '../ir/analysis/with-parameters.js';
import { describeNode } from '../ir/describe-node.js';
import type { BindingIR, Expression } from '../ir/expression.js';
import { constantValue, operands } from '../ir/expression.js';
import type { NodeIR, SearchNode } from '../ir/node.js';
import { printExpression } from '../ir/print-expression.js';
import type { ParameterIR, SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** A parameter name identifies one parameter, with one type, one default or list of candidates, and bindings of that type. */
export function checkParameters({ root, structs }: SchemaIR, faults: Faults): void {
  const known = new Map<string, ParameterIR>();
  const learn = (expression: Expression, path: string): void => {
    if (expression.op === 'parameter') compare(known, expression, path);
    for (const operand of operands(expression)) learn(operand, path);
  };
  const visit = (node: NodeIR, path: string, see: (node: NodeIR, path: string) => void): void => {
    see(node, path);
    const { inline, ahead } = childrenOf(node);
    for (const child of [...inline, ...ahead]) visit(child, path, see);
  };
  const learnNode = (node: NodeIR, path: string): void => {
    for (const expression of childrenOf(node).expressions) learn(expression, path);
  };

  faults.attempt(() => visit(root, 'root', learnNode));
  for (const struct of Object.values(structs)) {
    faults.each(struct.fields, (field) => {
      const path = `${struct.name}.${field.name}`;
      visit(field.node, path, learnNode);
      if (field.encode !== undefined) learn(field.encode, path);
    });
    faults.each(struct.checks, ({ holds, field }) =>
      learn(holds, [struct.name, ...(field ? [field] : [])].join('.')),
    );
  }
  for (const struct of Object.values(structs)) {
    faults.each(struct.fields, (field) =>
      visit(field.node, `${struct.name}.${field.name}`, (node, path) => {
        if (node.kind === 'search') checkSearch(node, known, structs, path);
        if (node.kind === 'bind')
          for (const binding of node.bindings) checkBinding(binding, known, struct, structs, path);
      }),
    );
  }
}

function compare(
  known: Map<string, ParameterIR>,
  expression: Extract<Expression, { op: 'parameter' }>,
  path: string,
): void {
  const { name, type, default: preset, candidates } = expression;
  const other = known.get(name);
  if (other === undefined) {
    known.set(name, parameterOf(expression));
    return;
  }
  if (other.type !== type || other.values?.join() !== expression.values?.join())
    throw new SchemaError(
      'duplicate-parameter',
      path,
      `two parameters are called ${name}, a ${other.type} and a ${type}; rename one`,
    );
  const texts = [other.candidates, candidates].map((values = []) =>
    values.map((value) => String(constantValue(value))).join(', '),
  );
  if (texts[0] !== texts[1])
    throw new SchemaError(
      'duplicate-parameter',
      path,
      `two parameters are called ${name}, with the candidates ${texts.map((text) => text || 'none').join(' and ')}; declare it once and import it`,
    );
  if (JSON.stringify(other.default) !== JSON.stringify(preset)) {
    const [one, two] = [other.default, preset].map((value) =>
      value === undefined ? 'none' : String(constantValue(value)),
    );
    throw new SchemaError(
      'duplicate-parameter',
      path,
      `two parameters are called ${name}, with the defaults ${one} and ${two}; declare it once and import it`,
    );
  }
}

function checkBinding(
  { parameter, value }: BindingIR,
  known: ReadonlyMap<string, ParameterIR>,
  struct: StructIR,
  structs: SchemaIR['structs'],
  path: string,
): void {
  const wanted = known.get(parameter)?.type;
  const found = scalarTypeOf(value, (names) => {
    const target = fieldNode(struct, names, structs);
    return target && scalarTypeOfNode(target.node);
  });
  if (wanted !== undefined && found !== undefined && wanted !== found)
    throw new SchemaError(
      'wrong-binding',
      path,
      `binds ${parameter}, a ${wanted}, to a ${found}; bind it to a ${wanted}`,
    );
  // a number that is absent is NaN; other types have no such value
  if (wanted !== undefined && wanted !== 'number' && mayBeAbsent(value, { struct, structs }))
    throw new SchemaError(
      'wrong-binding',
      path,
      `binds ${parameter}, a ${wanted}, to ${printExpression(value)}, which may be absent; put the field that needs it into the same optional struct`,
    );
  if (wanted === 'bigint' && mayBeInexact(value, { struct, structs }))
    throw new SchemaError(
      'wrong-binding',
      path,
      `binds ${parameter}, a bigint, to ${printExpression(value)}, which may leave a remainder; bind the operands instead`,
    );
}

function checkSearch(
  { node, parameter, values }: SearchNode,
  known: ReadonlyMap<string, ParameterIR>,
  structs: SchemaIR['structs'],
  path: string,
): void {
  const read = freeParameters(node, (name) => structNamed(name, structs).parameters);
  if (!read.some(({ name }) => name === parameter))
    throw new SchemaError(
      'wrong-search',
      path,
      `searches for ${parameter}, which nothing in ${describeNode(node)} reads; remove search(), or read the parameter there`,
    );
  const wanted = known.get(parameter)?.type;
  const other = values.map((value) => typeof constantValue(value)).find((type) => type !== wanted);
  if (wanted !== undefined && other !== undefined)
    throw new SchemaError(
      'wrong-search',
      path,
      `searches for ${parameter}, a ${wanted}, with a ${other}; use values that are ${wanted}s`,
    );
}
