import { parameterOfLength } from '@bytewright/runtime/codec';
import { searchCondition } from '../ir/analysis/search-condition.js';
import type { SearchShape } from '../ir/analysis/search-shape.js';
import { searchShape } from '../ir/analysis/search-shape.js';
import type { ConstantValue } from '../ir/expression.js';
import { constantValue, parametersOf } from '../ir/expression.js';
import type { SearchNode } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { evaluate } from './evaluate.js';
import { EMPTY_SCOPE } from './fieldless-scopes.js';
import type { Environment } from './scope.js';

/**
 * The searched parameters that a value's shape determines: with any other values it cannot be encoded. Nothing has to be
 * tried for these, and if the value is wrong elsewhere, the error says so.
 *
 * @param searches the outermost first
 * @example a value with 4032 bytes of `rest`, whose length is `size - 64`, determines that `size` is 4096
 */
export function toldParameters(
  searches: readonly SearchNode[],
  value: unknown,
  environment: Environment,
  structs: SchemaIR['structs'],
): ReadonlyMap<string, ConstantValue> {
  const known = new Map(environment);
  for (const { parameter } of searches) known.delete(parameter);
  const told = new Map<string, ConstantValue>();
  for (const search of searches) {
    const is = toldParameter(search, value, known, structs);
    if (is === undefined) continue;
    told.set(search.parameter, is);
    known.set(search.parameter, is);
  }
  return told;
}

function toldParameter(
  search: SearchNode,
  value: unknown,
  known: Environment,
  structs: SchemaIR['structs'],
): ConstantValue | undefined {
  const [first, ...others] = search.values.map(constantValue);
  if (first === undefined || others.length === 0) return first;
  const shape = searchShape(search, structs);
  return shape === undefined
    ? byCondition(search, value, known, structs)
    : byShape([first, ...others], shape, value);
}

/** The parameter value for the shape of a member; if the shape matches none, the first, or the one for an absent member. */
function byShape(
  values: readonly [ConstantValue, ...ConstantValue[]],
  { path, tells, by }: SearchShape,
  value: unknown,
): ConstantValue | undefined {
  const member = memberAt(value, path);
  if (tells === 'presence') return values[by.indexOf(member !== undefined)];
  const length = memberAt(member, ['length']);
  return parameterOfLength(values, by as readonly number[], length as number | undefined); // lengths are numbers
}

/** The flag with which a member is present or absent as it is; `undefined` if this member alone does not decide. */
function byCondition(
  search: SearchNode,
  value: unknown,
  known: Environment,
  structs: SchemaIR['structs'],
): boolean | undefined {
  const condition = searchCondition(search, structs);
  if (condition === undefined) return undefined;
  const environment = new Map(known);
  for (const { parameter, values, ...inner } of condition.within) {
    const shape = searchShape({ ...inner, parameter, values }, structs);
    const [first, second, third] = values.map(constantValue);
    const is =
      shape === undefined || first === undefined || second === undefined || third !== undefined
        ? undefined
        : byShape([first, second], shape, value);
    if (is === undefined) environment.delete(parameter);
    else environment.set(parameter, is);
  }
  if (![...parametersOf(condition.when)].every((name) => environment.has(name))) return undefined;
  const isPresent = memberAt(value, condition.path) !== undefined;
  const isAsWithFirst = isPresent === evaluate(condition.when, EMPTY_SCOPE.bind(environment));
  return isAsWithFirst === (search.values[0] === true);
}

/** A member of an unchecked value: anything on the way may be missing, or have the wrong type. */
function memberAt(value: unknown, path: readonly string[]): unknown {
  let member = value;
  for (const step of path) {
    if (member === undefined || member === null) return undefined;
    member = Reflect.get(Object(member), step);
  }
  return member;
}
