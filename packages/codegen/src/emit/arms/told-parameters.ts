import type { SearchNode, SearchShape } from '@bytewright/schema-dsl/ir';
import { parametersOf, searchCondition, searchShape } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitConditionOperand } from '../expressions/emit-expression.js';

/**
 * What of the searched parameters `value` tells by its shape, as members of an object: those it does not tell have to be tried.
 *
 * @param searches the outermost first
 */
export function toldParameters(
  searches: readonly SearchNode[],
  emitter: FunctionEmitter,
): readonly (readonly [name: string, expression: string])[] {
  const searched = new Set(searches.map(({ parameter }) => parameter));
  const known = new Map([...emitter.parameters].filter(([name]) => !searched.has(name)));
  const told: [string, string][] = [];
  for (const search of searches) {
    const text = toldParameter(search, { ...emitter, parameters: known });
    if (text === undefined) continue;
    told.push([search.parameter, text]);
    known.set(search.parameter, `(${text})`);
  }
  return told;
}

function toldParameter(node: SearchNode, emitter: FunctionEmitter): string | undefined {
  const [only, ...others] = node.values;
  if (only !== undefined && others.length === 0) return emitConstant(only);
  const shape = searchShape(node, emitter.structs);
  if (shape === undefined) return byCondition(node, emitter);
  return shape.by.length > 2 ? byLength(node, shape, emitter) : byShape(node, shape);
}

function byLength({ values }: SearchNode, { by, path }: SearchShape, emitter: FunctionEmitter): string {
  const lists = [values.map((one) => emitConstant(one)), by].map((all) => `[${all.join(', ')}]`);
  const length = ['value', ...path, 'length'].join('?.');
  return `${emitter.imports.runtime('parameterOfLength')}(${[...lists, length].join(', ')})`;
}

/** The flag for which a member is there as it is; `undefined` where not just that member tells. */
function byCondition(node: SearchNode, emitter: FunctionEmitter): string | undefined {
  const condition = searchCondition(node, emitter.structs);
  if (condition === undefined) return undefined;
  const parameters = new Map(emitter.parameters);
  for (const inner of condition.within) {
    const shape = searchShape(inner, emitter.structs);
    if (shape === undefined || shape.by.length > 2) parameters.delete(inner.parameter);
    else parameters.set(inner.parameter, byShape(inner, shape));
  }
  if (![...parametersOf(condition.when)].every((name) => parameters.has(name))) return undefined;
  const isPresent = `(${['value', ...condition.path].join('?.')} !== undefined)`;
  const when = emitConditionOperand(condition.when, { ...emitter, parameters });
  return `${isPresent} ${node.values[0] === true ? '===' : '!=='} ${when}`;
}

/** One of two parameters as the value's shape tells it; for a value of no such shape the first one, whose error is told. */
function byShape({ values }: SearchNode, { path, tells, by }: SearchShape): string {
  const constants = values.map((constant) => emitConstant(constant));
  // the value is not checked yet: any member on the way may be missing
  const member = ['value', ...path].join('?.');
  if (tells === 'presence') {
    const [present, absent] = by[0] === true ? constants : [...constants].reverse();
    const isPresent = `${member} !== undefined`;
    if (present === 'true' && absent === 'false') return isPresent;
    if (present === 'false' && absent === 'true') return `${member} === undefined`;
    return `${isPresent} ? ${present} : ${absent}`;
  }
  const [first, second] = constants;
  const length = `${member}?.length`;
  if (first === 'true') return `${length} !== ${by[1]}`;
  if (first === 'false') return `${length} === ${by[1]}`;
  return `${length} === ${by[1]} ? ${second} : ${first}`;
}
