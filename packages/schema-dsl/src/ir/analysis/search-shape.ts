import type { ConstantValue, Expression } from '../expression.js';
import { constantValue } from '../expression.js';
import type { NodeIR, SearchNode } from '../node.js';
import type { SchemaIR } from '../schema.js';
import { structNamed } from './struct-named.js';

/** What tells from a value's shape which of a search's parameters it can be encoded with. */
export interface SearchShape {
  /** The member that tells, from the searched node's value on. */
  readonly path: readonly string[];
  /** Whether it is there, or how many bytes or elements it has. */
  readonly tells: 'presence' | 'length';
  /** What that is for each of the search's values, in their order; no two are the same. */
  readonly by: readonly (boolean | number)[];
}

/** A member whose shape follows from parameters alone. */
type Fact = Pick<SearchShape, 'path' | 'tells'> & { readonly is: boolean | number };

/** Parameters whose values are known. */
type Known = ReadonlyMap<string, ConstantValue>;

/**
 * The first member that is of another shape for each value of a search's parameter, if there is one: with any but its own,
 * encoding fails there. So nothing has to be tried to find the parameter of a value.
 *
 * @example of `search(size, [256, 4096], Config)`, where `Config` has `rest: bytes(size.minus(64))`:
 * `{ path: ['rest'], tells: 'length', by: [192, 4032] }`
 */
export function searchShape(search: SearchNode, structs: SchemaIR['structs']): SearchShape | undefined {
  const facts = search.values.map((value) =>
    factsOf(search.node, new Map([[search.parameter, constantValue(value)]]), [], structs),
  );
  const [first = [], ...others] = facts;
  for (const { path, tells, is } of first) {
    const by = [is];
    for (const other of others) {
      const same = other.find((fact) => fact.tells === tells && fact.path.join('.') === path.join('.'));
      if (same !== undefined) by.push(same.is);
    }
    if (by.length === facts.length && new Set(by).size === by.length) return { path, tells, by };
  }
  return undefined;
}

/** What is known of a value's members, in the order in which they are written. */
function factsOf(
  node: NodeIR,
  known: Known,
  path: readonly string[],
  structs: SchemaIR['structs'],
): readonly Fact[] {
  switch (node.kind) {
    case 'bind': {
      const inner = new Map(known);
      for (const { parameter, value } of node.bindings) setKnown(inner, parameter, evaluate(value, known));
      return factsOf(node.node, inner, path, structs);
    }
    case 'search': {
      const inner = new Map(known);
      inner.delete(node.parameter);
      return factsOf(node.node, inner, path, structs);
    }
    case 'struct': {
      const { fields, flat, recursive } = structNamed(node.name, structs);
      if (recursive) return [];
      return fields
        .filter(({ name, visibility }) => visibility === 'value' && name !== flat)
        .flatMap((field) => factsOf(field.node, known, [...path, field.name], structs));
    }
    case 'optional': {
      const is = evaluate(node.when, known);
      if (typeof is !== 'boolean') return [];
      const inner = is ? factsOf(node.node, known, path, structs) : [];
      return [{ path, tells: 'presence', is }, ...inner];
    }
    case 'bytes':
    case 'list': {
      if (node.extent.kind !== 'expression') return [];
      const is = evaluate(node.extent.size, known);
      return typeof is === 'number' && is >= 0 ? [{ path, tells: 'length', is }] : [];
    }
    default:
      return [];
  }
}

function setKnown(
  known: Map<string, ConstantValue>,
  parameter: string,
  value: ConstantValue | undefined,
): void {
  if (value === undefined) known.delete(parameter);
  else known.set(parameter, value);
}

/** What an expression over known parameters is; `undefined` where it rests on anything else. */
function evaluate(expression: Expression, known: Known): ConstantValue | undefined {
  switch (expression.op) {
    case 'constant':
      return constantValue(expression.value);
    case 'parameter':
      return known.get(expression.name);
    case 'not': {
      const of = evaluate(expression.of, known);
      return typeof of === 'boolean' ? !of : undefined;
    }
    case 'choose': {
      const when = evaluate(expression.when, known);
      if (typeof when !== 'boolean') return undefined;
      return evaluate(when ? expression.yes : expression.no, known);
    }
    case 'and':
    case 'or': {
      const decisive = expression.op === 'or';
      const sides = [evaluate(expression.left, known), evaluate(expression.right, known)];
      if (sides.includes(decisive)) return decisive;
      return sides.every((side) => side === !decisive) ? !decisive : undefined;
    }
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
    case 'plus':
    case 'minus':
    case 'times':
      return ofNumbers(expression.op, evaluate(expression.left, known), evaluate(expression.right, known));
    default:
      return undefined;
  }
}

function ofNumbers(
  op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'plus' | 'minus' | 'times',
  left: ConstantValue | undefined,
  right: ConstantValue | undefined,
): ConstantValue | undefined {
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (op) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'plus':
      return left + right;
    case 'minus':
      return left - right;
    default:
      return left * right;
  }
}
