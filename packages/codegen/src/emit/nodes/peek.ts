import type { Expression, PeekNode } from '@bytewright/schema-dsl/ir';
import { fieldsOf } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { AHEAD_PARAMETERS, call, declaration, functionCode } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { article, capitalize } from '../names.js';
import { emitMatch, emitRead, emitType } from './index.js';
import { matcherOf } from './matcher.js';
import type { NodeEmitter } from './node-emitter.js';

export const peek: NodeEmitter<PeekNode> = {
  type: (node, emitter) => `${emitType(node.node, emitter)} | undefined`,
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
  const locals = new Map(emitter.locals);
  const code: (string | ReturnType<typeof call>)[] = [];
  for (const field of emitter.struct.fields) {
    if (field.visibility !== 'peek' || field.node.kind !== 'peek' || !used.has(field.name)) continue;
    const start = emitter.starts.get(field.name) ?? 'offset';
    const reader = peekHelper(field.name, field.node, emitter);
    const name = freshName(emitter, field.name);
    code.push(
      call(`const ${name} = `, reader, [
        'finished',
        'finishedView',
        start,
        'finished.length',
        ...emitter.parameters.values(),
      ]),
    );
    locals.set(field.name, name);
  }
  return { code, inner: { ...emitter, locals } };
}

/** A function that reads a peeked field at an offset of finished bytes. */
function peekHelper(field: string, node: PeekNode, emitter: FunctionEmitter): string {
  const base = `peek${emitter.struct.name}${capitalize(field)}`;
  return defineHelper(emitter, base, node, (name) => peekFunction(name, field, node, emitter));
}

function peekFunction(name: string, field: string, node: PeekNode, emitter: FunctionEmitter): Code {
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'read',
    end: 'end',
    names: new Set(),
    path: field,
    hint: field,
  };
  const { callee, args } = matcherOf(node.node, inner);
  const parameters = [...emitter.parameters.keys()].map((p) => ({
    name: p,
    type: emitter.parameterTypes.get(p) ?? 'number',
  }));
  emitter.imports.runtimeType('Input');
  const body: Code = [
    call('if (', callee, ['bytes', 'view', 'offset', 'end', ...args], ' < 0) {'),
    { body: ['return undefined;'] },
    '}',
    call('const input: Input = ', emitter.imports.runtime('openInput'), ['bytes']),
    'input.end = end;',
    ...emitRead(node.node, 'found', inner),
    'return found;',
  ];
  return [
    `/** Reads \`${field}\` of ${article(emitter.struct.name)} ahead, from finished bytes. */`,
    ...functionCode(name, [...AHEAD_PARAMETERS, ...parameters], peek.type(node, emitter), [
      'let offset = start;',
      ...body,
    ]),
  ];
}
