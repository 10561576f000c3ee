import type { Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, fieldsOf, offsetsIn } from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { AHEAD_PARAMETERS, call, declareOffset } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, internalName, parameterArguments, structFunction } from '../emitter.js';
import { emitConditionOperand, emitExpression } from '../expressions/emit-expression.js';
import { fieldOffset } from '../expressions/field-offset.js';
import { fieldValue } from '../expressions/field-value.js';
import { functionCode } from '../function-code.js';
import { known } from '../known.js';
import { article, capitalize } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { endFinderFor } from './end-finder.js';
import { emitMatch, emitType } from './index.js';

/** A function that tries a node ahead: `callee(bytes, view, at, end, ...args)` gives the end, or -1. */
export interface Matcher {
  readonly callee: string;
  readonly args: readonly string[];
}

/** The matcher of a node: a struct's own, or a helper function for anything else. */
export function matcherOf(node: NodeIR, emitter: FunctionEmitter): Matcher {
  if (node.kind === 'bind') {
    const parameters = new Map(emitter.parameters);
    for (const { parameter, value } of node.bindings)
      parameters.set(parameter, emitExpression(value, emitter));
    return matcherOf(node.node, { ...emitter, parameters });
  }
  if (node.kind === 'struct') {
    return {
      callee: structFunction(emitter, 'match', node.name),
      args: parameterArguments(emitter, node.name),
    };
  }
  if (node.kind === 'search' && !speaksOfFields(node)) {
    const finder = endFinderFor(node, emitter);
    return { callee: finder.callee, args: finder.args('bytes', 'view', 'offset', 'end').slice(4) };
  }
  return helperMatcher(node, emitter);
}

/** The matcher of a node that counts only where a condition on its value holds. */
export function conditionalMatcher(
  node: NodeIR,
  holds: Expression | undefined,
  emitter: FunctionEmitter,
): Matcher {
  return holds === undefined ? matcherOf(node, emitter) : helperMatcher(node, emitter, holds);
}

function helperMatcher(node: NodeIR, emitter: FunctionEmitter, holds?: Expression): Matcher {
  const used = [...new Set(expressionsIn(node).flatMap((e) => [...fieldsOf(e)]))];
  const offsets = [...new Set(expressionsIn(node).flatMap((e) => [...offsetsIn(e)]))];
  const parameters = neededParameters([node], emitter, holds === undefined ? [] : [holds]);
  const args = [
    ...parameters.map(({ name }) => known(emitter.parameters, name)),
    ...used.map((field) => fieldValue(field, emitter)),
    ...offsets.map((field) => fieldOffset(field, emitter)),
  ];
  const base = `match${emitter.struct.name}${capitalize(emitter.hint)}`;
  const callee = defineHelper(emitter, base, holds === undefined ? node : { node, holds }, (name) =>
    matchFunction(name, node, holds, parameters, used, offsets, emitter),
  );
  return { callee, args };
}

function matchFunction(
  name: string,
  node: NodeIR,
  holds: Expression | undefined,
  parameters: readonly Parameter[],
  used: readonly string[],
  offsets: readonly string[],
  emitter: FunctionEmitter,
): Code {
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'match',
    end: 'end',
    names: new Set([
      ...parameters.map((p) => p.name),
      ...used,
      ...offsets.map(offsetName),
      ...emitter.externals.values(),
    ]),
    parameters: new Map(parameters.map(({ name: p }) => [p, p])),
    locals: new Map(used.map((field) => [field, field])),
    offsets: new Map(offsets.map((field) => [field, offsetName(field)])),
  };
  const fieldType = (field: string): string => {
    const found = emitter.struct.fields.find((candidate) => candidate.name === field);
    return found === undefined ? 'unknown' : emitType(found.node, emitter);
  };
  const found = holds === undefined ? undefined : internalName(inner, 'found');
  const code = emitMatch(node, found, inner);
  const body = [
    declareOffset('start', code),
    ...code,
    ...(holds === undefined || found === undefined
      ? ['return offset;']
      : [
          `return ${emitConditionOperand(holds, { ...inner, element: found, elementNode: node }, 'choose')} ? offset : -1;`,
        ]),
  ];
  const declared = [
    ...AHEAD_PARAMETERS,
    ...parameters,
    ...used.map((field) => ({ name: field, type: fieldType(field) })),
    ...offsets.map((field) => ({ name: offsetName(field), type: 'number' })),
  ];
  return [
    `/** Tries what \`${emitter.hint}\` of ${article(emitter.struct.name)} looks ahead for: gives its end, or -1. */`,
    ...functionCode(name, declared, 'number', body),
  ];
}

function speaksOfFields(node: NodeIR): boolean {
  return expressionsIn(node).some((e) => fieldsOf(e).size > 0 || offsetsIn(e).size > 0);
}

const offsetName = (field: string): string => `offsetOf${capitalize(field)}`;

function expressionsIn(node: NodeIR): ReturnType<typeof childrenOf>['expressions'] {
  const { inline, ahead, expressions } = childrenOf(node);
  return [...expressions, ...[...inline, ...ahead].flatMap(expressionsIn)];
}

/** Code that tries a node from `offset` on, without moving: `variable` is then its end, or -1. */
export function attempt(node: NodeIR, variable: string, emitter: FunctionEmitter, at = 'offset'): Code {
  const { callee, args } = matcherOf(node, emitter);
  return [call(`const ${variable} = `, callee, ['bytes', 'view', at, emitter.end, ...args])];
}
