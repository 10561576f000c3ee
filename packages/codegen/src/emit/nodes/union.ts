import type { NodeIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, objectLiteral } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitConstant, emitExpression } from '../expressions/emit-expression.js';
import { decodeFailure, described, encodeFailure, errorOffset, joined } from '../failures.js';
import { quote } from '../names.js';
import { emitDecision } from './extent.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { restsOnPeek } from './optional.js';
import { emitPeekOnFinished } from './peek.js';

export const union: NodeEmitter<UnionNode> = {
  type: (node, emitter) => alternatives(node, emitter).join(' | '),
  read: (node, target, emitter) => select(node, target, emitter, emitRead),
  match: (node, target, emitter) => select(node, target, emitter, emitMatch),

  size(node, value, emitter) {
    return {
      fixed: 0,
      code: eachArm(node, value, emitter, (arm, member, inner) => {
        const { fixed, code } = emitSize(arm, member, inner);
        return [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
      }),
    };
  },

  write(node, value, emitter) {
    return [...agree(node, value, emitter), ...eachArm(node, value, emitter, emitWrite)];
  },
};

/** The members of a union's alternatives, one object type each. */
export function alternatives(node: UnionNode, emitter: ModuleEmitter): readonly string[] {
  const { otherwise } = node;
  const arms = node.arms.map(
    (arm) => `{ ${node.tag}: ${quote(arm.name)}; ${node.value}: ${emitType(arm.node, emitter)} }`,
  );
  if (otherwise === undefined) return arms;
  const rawTag = otherwise.rawTag === undefined ? '' : ` ${otherwise.rawTag}: string;`;
  return [
    ...arms,
    `{ ${node.tag}: undefined;${rawTag} ${otherwise.raw}: ${emitType(otherwise.node, emitter)} }`,
  ];
}

/** Members that a raw arm brings to its struct, as pairs of name and expression; used where no other arm exists. */
export function rawMembers(
  node: UnionNode,
  selector: string,
  payload: string,
): readonly (readonly [string, string])[] {
  const { otherwise } = node;
  if (otherwise === undefined) return [];
  return [
    [node.tag, 'undefined'],
    ...(otherwise.rawTag === undefined ? [] : [[otherwise.rawTag, selector] as const]),
    [otherwise.raw, payload],
  ];
}

function select(
  node: UnionNode,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  const raw = node.otherwise;
  if (node.arms.length === 0 && raw !== undefined) return onlyRaw(node, raw, target, emitter, emit);
  const selector = node.selector === undefined ? 'undefined' : emitExpression(node.selector, emitter);
  const arm = (
    inner: NodeIR,
    member: string,
    members: (value: string) => readonly (readonly [string, string])[],
  ): Code => {
    const below = { ...emitter, path: joined(emitter.path, member), hint: member };
    if (target === undefined) return emit(inner, undefined, below);
    const value = freshName(emitter, member);
    return [...emit(inner, value, below), ...objectLiteral(`${target} = `, members(value), ';')];
  };
  const otherwise: Code =
    raw === undefined
      ? decodeFailure(
          'unknown-tag',
          'offset',
          quote(`one of ${node.arms.map((a) => tagText(a.tag)).join(', ')}`),
          described(selector, emitter),
          emitter,
        )
      : arm(raw.node, raw.raw, (value) => rawMembers(node, selector, value));
  const declare = target === undefined ? [] : [`let ${target}: ${union.type(node, emitter)};`];
  const cases = node.arms.map(
    (a): Code => [
      ...block(`case ${emitConstant(a.tag)}:`, [
        ...arm(a.node, node.value, (value) => [
          [node.tag, quote(a.name)],
          [node.value, value],
        ]),
        'break;',
      ]),
    ],
  );
  const last: Code = block('default:', otherwise);
  return [...declare, ...block(`switch (${selector})`, [...cases.flat(), ...last])];
}

/** A union without arms, where there is nothing to choose. */
function onlyRaw(
  node: UnionNode,
  raw: NonNullable<UnionNode['otherwise']>,
  target: string | undefined,
  emitter: FunctionEmitter,
  emit: typeof emitRead,
): Code {
  const below = { ...emitter, path: joined(emitter.path, raw.raw), hint: raw.raw };
  if (target === undefined) return emit(raw.node, undefined, below);
  const value = freshName(emitter, raw.raw);
  return [
    ...emit(raw.node, value, below),
    ...objectLiteral(`const ${target} = `, rawMembers(node, 'undefined', value), ';'),
  ];
}

function tagText(tag: UnionNode['arms'][number]['tag']): string {
  const value = constantValue(tag);
  if (typeof value === 'number') return value < 10 ? String(value) : `0x${value.toString(16)} (${value})`;
  return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value);
}

/** Code for the arm that a value holds. */
function eachArm(
  node: UnionNode,
  value: string,
  emitter: FunctionEmitter,
  emit: (arm: NodeIR, member: string, inner: FunctionEmitter) => Code,
): Code {
  const inner = (member: string): FunctionEmitter => ({
    ...emitter,
    path: joined(emitter.path, member),
    hint: member,
  });
  const raw = node.otherwise;
  const cases = node.arms.map(
    (arm): Code =>
      block(`case ${quote(arm.name)}:`, [
        ...emit(arm.node, `${value}.${node.value}`, inner(node.value)),
        'break;',
      ]),
  );
  const rawCase =
    raw === undefined
      ? []
      : block('case undefined:', [...emit(raw.node, `${value}.${raw.raw}`, inner(raw.raw)), 'break;']);
  const names = [
    ...node.arms.map((arm) => JSON.stringify(arm.name)),
    ...(raw === undefined ? [] : ['undefined']),
  ].join(', ');
  const unknown: Code = [
    ...block(
      'default:',
      encodeFailure(
        'unknown-tag',
        errorOffset(emitter),
        quote(`one of ${names}`),
        described(`(${value} as { ${node.tag}?: unknown }).${node.tag}`, emitter),
        inner(node.tag),
      ),
    ),
  ];
  const isObject =
    emitter.struct.flat === emitter.hint
      ? []
      : [
          `${emitter.imports.runtime('checkObject')}(${value}, ${errorOffset(emitter)}, ${quote(emitter.path)});`,
        ];
  return [...isObject, ...block(`switch (${value}.${node.tag})`, [...cases.flat(), ...rawCase, ...unknown])];
}

/** Holds the chosen arm against the selector that decode will choose by. */
function agree(node: UnionNode, value: string, emitter: FunctionEmitter): Code {
  if (node.selector === undefined || node.arms.length === 0) return [];
  const tags = node.arms.map(
    (arm) => `${value}.${node.tag} === ${quote(arm.name)} ? ${emitConstant(arm.tag)} : `,
  );
  const known = `[${node.arms.map((arm) => emitConstant(arm.tag)).join(', ')}]`;
  const arm = freshName(emitter, `${emitter.hint}Tag`);
  const selector = freshName(emitter, `${emitter.hint}Selector`);
  const matches = `${emitter.imports.runtime('selectsArm')}(${selector}, ${arm}, ${known})`;
  const declareArm = `const ${arm} = ${tags.join('')}undefined;`;
  if (restsOnPeek(node.selector, emitter)) {
    const { code, inner } = emitPeekOnFinished(node.selector, emitter);
    return [
      declareArm,
      ...emitDecision(
        'offset',
        [...code, `const ${selector} = ${emitExpression(node.selector, inner)};`, `return ${matches};`],
        emitter,
      ),
    ];
  }
  return [
    declareArm,
    `const ${selector} = ${emitExpression(node.selector, emitter)};`,
    ...block(
      `if (!${matches})`,
      encodeFailure(
        'mismatch',
        'offset',
        `\`the arm for \${${described(selector, emitter)}}\``,
        `\`the arm for \${${described(arm, emitter)}}\``,
        emitter,
      ),
    ),
  ];
}
