import type { Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import { bound } from '../bound.js';
import type { Code } from '../code.js';
import { AHEAD_PARAMETERS, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, internalName, parameterArguments, structFunction } from '../emitter.js';
import { emitConditionOperand } from '../expressions/emit-expression.js';
import { functionCode } from '../function-code.js';
import { article, capitalize } from '../names.js';
import { emitMatch } from './index.js';
import type { Surroundings } from './surroundings.js';
import { surroundingsOf } from './surroundings.js';

/** A function that tries a node ahead: `callee(bytes, view, at, end, ...args)` gives the end, or -1. */
export interface Matcher {
  readonly callee: string;
  readonly args: readonly string[];
}

/** The matcher of a node: a struct's own, or a helper function for anything else. */
export function matcherOf(node: NodeIR, emitter: FunctionEmitter): Matcher {
  if (node.kind === 'bind') return matcherOf(node.node, bound(node, emitter));
  if (node.kind === 'struct') {
    return {
      callee: structFunction(emitter, 'match', node.name),
      args: parameterArguments(emitter, node.name),
    };
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
  const surroundings = surroundingsOf(node, emitter, holds);
  const base = `match${emitter.struct.name}${capitalize(emitter.hint)}`;
  const callee = defineHelper(emitter, base, holds === undefined ? node : { node, holds }, (name) =>
    matchFunction(name, node, holds, surroundings),
  );
  return { callee, args: surroundings.args };
}

function matchFunction(
  name: string,
  node: NodeIR,
  holds: Expression | undefined,
  { declared, inner }: Surroundings,
): Code {
  const found = holds === undefined ? undefined : internalName(inner, 'found');
  const code = emitMatch(node, found, inner);
  const body = [
    'let offset = start;',
    ...code,
    ...(holds === undefined || found === undefined
      ? ['return offset;']
      : [
          `return ${emitConditionOperand(holds, { ...inner, element: found, elementNode: node }, 'choose')} ? offset : -1;`,
        ]),
  ];
  return [
    `/** Tries what \`${inner.hint}\` of ${article(inner.struct.name)} looks ahead for: gives its end, or -1. */`,
    ...functionCode(name, [...AHEAD_PARAMETERS, ...declared], 'number', body),
  ];
}

/** Code that tries a node from `offset` on, without moving: `variable` is then its end, or -1. */
export function attempt(node: NodeIR, variable: string, emitter: FunctionEmitter, at = 'offset'): Code {
  const { callee, args } = matcherOf(node, emitter);
  return [call(`const ${variable} = `, callee, ['bytes', 'view', at, emitter.end, ...args])];
}
