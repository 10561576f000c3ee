import type { EnumerationNode } from '@bytewright/schema-dsl/ir';
import { membersText, numberBounds, numericTraits } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { decodeFailure, described, errorOffset } from '../failures.js';
import { functionCode } from '../function-code.js';
import { article, capitalize, quote } from '../names.js';
import { fieldStart } from './bit-place.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';

export const enumeration: NodeEmitter<EnumerationNode> = {
  type(node, emitter) {
    const names = node.members.map(({ name }) => quote(name));
    return [...names, ...(node.open ? [emitType(node.node, emitter)] : [])].join(' | ');
  },
  read: (node, target, emitter) => readMember(node, target, emitter, emitRead),
  match: (node, target, emitter) => readMember(node, target, emitter, emitMatch),
  size(node, value, emitter) {
    const { min, max } = numberBounds(node.node);
    if (min === max) return { fixed: min, code: [] };
    const number = freshName(emitter, `${emitter.hint}Number`);
    const { fixed, code } = emitSize(node.node, number, emitter);
    return { fixed, code: [`const ${number} = ${numberOfMember(node, value, emitter)};`, ...code] };
  },
  write(node, value, emitter) {
    const number = freshName(emitter, `${emitter.hint}Number`);
    return [
      `const ${number} = ${numberOfMember(node, value, emitter, fieldStart(node))};`,
      ...emitWrite(node.node, number, emitter),
    ];
  },
};

/** The expression for the number that a value is written as; it throws where the value is not a member. */
export function numberOfMember(
  node: EnumerationNode,
  value: string,
  emitter: FunctionEmitter,
  at: string = errorOffset(emitter),
): string {
  return `${numberHelper(node, emitter)}(${value}, ${at}, ${quote(emitter.path)})`;
}

function readMember(
  node: EnumerationNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  if (node.open && target === undefined) return emit(node.node, undefined, emitter);
  const number = freshName(emitter, `${emitter.hint}Number`);
  const name = target ?? freshName(emitter, `${emitter.hint}Name`);
  const start = freshName(emitter, `${emitter.hint}Start`);
  const refusal = block(
    `if (${name} === undefined)`,
    decodeFailure('invalid-value', start, quote(membersText(node)), described(number, emitter), emitter),
  );
  return [
    `const ${start} = ${fieldStart(node)};`,
    ...emit(node.node, number, emitter),
    `const ${name} = ${nameHelper(node, emitter)}(${number});`,
    ...(node.open ? [] : refusal),
  ];
}

/** The function that gives the name for a number: `undefined`, or of an open one the number itself, where it has none. */
function nameHelper(node: EnumerationNode, emitter: FunctionEmitter): string {
  const { hint, struct } = emitter;
  return defineHelper(emitter, `nameOf${struct.name}${capitalize(hint)}`, node, (name) => {
    const cases = node.members.flatMap(
      (member): Code => [`case ${emitConstant(member.value)}:`, { body: [`return ${quote(member.name)};`] }],
    );
    const last = node.open ? 'return number;' : 'return undefined;';
    const type = enumeration.type(node, emitter);
    return [
      `/** The name of a \`${hint}\` of ${article(struct.name)}${node.open ? ', or its number where it has none' : ''}. */`,
      ...functionCode(
        name,
        [{ name: 'number', type: numberType(node, emitter) }],
        node.open ? type : `${type} | undefined`,
        block('switch (number)', [...cases, 'default:', { body: [last] }]),
      ),
    ];
  });
}

function numberHelper(node: EnumerationNode, emitter: FunctionEmitter): string {
  const { hint, struct } = emitter;
  return defineHelper(emitter, `numberOf${struct.name}${capitalize(hint)}`, node, (name) => {
    const cases = node.members.flatMap(
      (member): Code => [`case ${quote(member.name)}:`, { body: [`return ${emitConstant(member.value)};`] }],
    );
    const args = ['name', quote(membersText(node)), 'offset', 'path'];
    const failure = call('throw ', emitter.imports.runtime('noMember'), args);
    const type = numberType(node, emitter);
    const last = node.open
      ? [
          ...block(
            `if (typeof name !== '${type}' || typeof ${nameHelper(node, emitter)}(name) === 'string')`,
            [failure],
          ),
          'return name;',
        ]
      : [failure];
    return [
      `/** The number of a \`${hint}\` of ${article(struct.name)}. */`,
      ...functionCode(
        name,
        [
          { name: 'name', type: 'unknown' },
          { name: 'offset', type: 'number | undefined' },
          { name: 'path', type: 'string' },
        ],
        type,
        block('switch (name)', [...cases, 'default:', { body: last }]),
      ),
    ];
  });
}

function numberType(node: EnumerationNode, emitter: ModuleEmitter): string {
  return numericTraits(node.node).bigint ? 'bigint' : emitType(node.node, emitter);
}

/** The type of the values that no name in a list stands for. */
export function typeOfOthers(
  node: EnumerationNode,
  known: readonly unknown[],
  emitter: ModuleEmitter,
): string {
  const others = node.members.filter(({ name }) => !known.includes(name)).map(({ name }) => quote(name));
  return [...others, ...(node.open ? [emitType(node.node, emitter)] : [])].join(' | ') || 'never';
}

/** Whether an enumeration's values are of two types, so that TypeScript knows no common operations. */
export function isMixed(node: { readonly kind: string; readonly open?: true } | undefined): boolean {
  return node?.kind === 'enumeration' && node.open === true;
}
