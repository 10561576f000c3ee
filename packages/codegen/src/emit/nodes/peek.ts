import type { Expression, NodeIR, PeekNode } from '@bytewright/schema-dsl/ir';
import { fieldsOf } from '@bytewright/schema-dsl/ir';
import { bound } from '../bound.js';
import type { Code, Parameter } from '../code.js';
import { AHEAD_PARAMETERS, call, declaration } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName, parameterScope } from '../emitter.js';
import { functionCode } from '../function-code.js';
import { article, capitalize } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { requireEntry } from '../require-entry.js';
import { emitMatch, emitRead, emitType } from './index.js';
import type { Matcher } from './matcher.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';
import { openAhead } from './struct.js';

export const peek: NodeEmitter<PeekNode> = {
  type(node, emitter) {
    const type = emitType(node.node, emitter);
    return type.endsWith('| undefined') ? type : `${type} | undefined`;
  },
  read: (node, target, emitter) => readAhead(node, target, emitter, emitRead),
  match: (node, target, emitter) => readAhead(node, target, emitter, emitMatch),
  size: () => ({ fixed: 0, code: [] }),
  write: () => [],
};

/** Reads the node if it parses here, and goes back. */
function readAhead(
  node: PeekNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  if (target === undefined) return [];
  const { callee, args } = matcherOf(node.node, emitter);
  const inner = freshName(emitter, `${emitter.hint}Value`);
  const here = freshName(emitter, `${emitter.hint}Start`);
  return [
    declaration(`let ${target}`, peek.type(node, emitter)),
    call('if (', callee, ['bytes', 'view', 'offset', emitter.end, ...args], ' >= 0) {'),
    {
      body: [
        `const ${here} = offset;`,
        ...emit(node.node, inner, emitter),
        `${target} = ${inner};`,
        `offset = ${here};`,
      ],
    },
    '}',
  ];
}

/**
 * Code for a decision that rests on peeked fields: reads them from the finished bytes, where they stand now
 * that everything is written.
 */
export function emitPeekOnFinished(
  expression: Expression,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly inner: FunctionEmitter } {
  const used = fieldsOf(expression);
  // it sees as far as its struct does, whatever bounds the field that it decides
  const end =
    emitter.outerEnd === undefined
      ? 'input.end'
      : `${emitter.imports.runtime('endIn')}(finished.length, ${emitter.outerEnd})`;
  const own = { ...emitter, parameters: parameterScope(emitter.struct) };
  const locals = new Map(emitter.locals);
  const code: (string | ReturnType<typeof call>)[] = [];
  for (const field of emitter.struct.fields) {
    const found = unwrapPeek(field.node, own);
    if (field.visibility !== 'peek' || found === undefined || !used.has(field.name)) continue;
    const start = requireEntry(emitter.starts, field.name);
    const { callee, args } = peekHelper(field.name, found.node, found.inner);
    const name = freshName(emitter, field.name);
    code.push(call(`const ${name} = `, callee, ['finished', 'finishedView', start, end, ...args]));
    locals.set(field.name, name);
  }
  return { code, inner: { ...emitter, locals } };
}

/** The peek that a field is, and the emitter for it: parameters may be bound in between. */
function unwrapPeek(
  node: NodeIR,
  emitter: FunctionEmitter,
): { readonly node: PeekNode; readonly inner: FunctionEmitter } | undefined {
  if (node.kind === 'bind') return unwrapPeek(node.node, bound(node, emitter));
  return node.kind === 'peek' ? { node, inner: emitter } : undefined;
}

/** A function that reads a peeked field at an offset of finished bytes. */
function peekHelper(field: string, node: PeekNode, emitter: FunctionEmitter): Matcher {
  const base = `peek${emitter.struct.name}${capitalize(field)}`;
  const free = neededParameters([node], emitter);
  const callee = defineHelper(emitter, base, node, (name) => peekFunction(name, field, node, free, emitter));
  return { callee, args: free.map(({ name }) => requireEntry(emitter.parameters, name)) };
}

function peekFunction(
  name: string,
  field: string,
  node: PeekNode,
  free: readonly Parameter[],
  emitter: FunctionEmitter,
): Code {
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'read',
    end: 'end',
    names: new Set(free.map((p) => p.name)),
    parameters: new Map(free.map(({ name: p }) => [p, p])),
    path: field,
    hint: field,
  };
  const { callee, args } = matcherOf(node.node, inner);
  const body: Code = [
    call('if (', callee, ['bytes', 'view', 'offset', 'end', ...args], ' < 0) {'),
    { body: ['return undefined;'] },
    '}',
    ...openAhead('input', 'offset', 'end', inner),
    ...emitRead(node.node, 'found', inner),
    'return found;',
  ];
  return [
    `/** Reads \`${field}\` of ${article(emitter.struct.name)} ahead, from finished bytes. */`,
    ...functionCode(name, [...AHEAD_PARAMETERS, ...free], peek.type(node, emitter), [
      'let offset = start;',
      ...body,
    ]),
  ];
}
