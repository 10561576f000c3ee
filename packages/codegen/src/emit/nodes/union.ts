import type { Expression, NodeIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { constantValue, fieldNode } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, declaration, objectLiteral } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { decodeFailure, described, encodeFailure, errorOffset, joined } from '../failures.js';
import { quote } from '../names.js';
import { isMixed, typeOfOthers } from './enumeration.js';
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
    return eachArm(node, value, emitter, emitWrite, (arm) => agree(node, arm, value, emitter));
  },
};

/** The members of a union's alternatives, one object type each. */
export function alternatives(node: UnionNode, emitter: ModuleEmitter): readonly string[] {
  const { otherwise } = node;
  const arms = node.arms.map(
    (arm) => `{ ${node.tag}: ${quote(arm.name)}; ${node.value}: ${emitType(arm.node, emitter)} }`,
  );
  if (otherwise === undefined) return arms;
  const rawTag = otherwise.rawTag === undefined ? '' : ` ${otherwise.rawTag}: ${tagType(node, emitter)};`;
  return [
    ...arms,
    `{ ${node.tag}: undefined;${rawTag} ${otherwise.raw}: ${emitType(otherwise.node, emitter)} }`,
  ];
}

/** The type of a tag that no arm has: that of the arms' tags, and text where there are none to tell. */
export function tagType(node: UnionNode, emitter: ModuleEmitter): string {
  const tag = node.otherwise?.tag;
  if (tag?.kind === 'enumeration')
    return typeOfOthers(
      tag,
      node.arms.map((arm) => constantValue(arm.tag)),
      emitter,
    );
  if (tag !== undefined) return emitType(tag, emitter);
  const types = new Set(node.arms.map((arm) => typeof constantValue(arm.tag)));
  return types.size === 0 ? 'string' : [...types].join(' | ');
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
  const declare = target === undefined ? [] : [declaration(`let ${target}`, union.type(node, emitter))];
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
  const selector = node.selector === undefined ? 'undefined' : emitExpression(node.selector, emitter);
  return [
    ...emit(raw.node, value, below),
    ...objectLiteral(`const ${target} = `, rawMembers(node, selector, value), ';'),
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
  before: (arm: UnionNode['arms'][number] | undefined) => Code = () => [],
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
        ...before(arm),
        ...emit(arm.node, `${value}.${node.value}`, inner(node.value)),
        'break;',
      ]),
  );
  const rawCase =
    raw === undefined
      ? []
      : block('case undefined:', [
          ...before(undefined),
          ...emit(raw.node, `${value}.${raw.raw}`, inner(raw.raw)),
          'break;',
        ]);
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
  const isObject = isStructValue(value, emitter)
    ? []
    : [
        `${emitter.imports.runtime('checkObject')}(${value}, ${errorOffset(emitter)}, ${quote(emitter.path)});`,
      ];
  return [...isObject, ...block(`switch (${value}.${node.tag})`, [...cases.flat(), ...rawCase, ...unknown])];
}

/** Whether a union's members are merged into the value of its struct, which has been looked at. */
export function isStructValue(value: string, { struct }: FunctionEmitter): boolean {
  return struct.flat !== undefined && value === 'value';
}

/** Holds the arm that a value names against the selector that decode will choose by. */
function agree(
  node: UnionNode,
  arm: UnionNode['arms'][number] | undefined,
  value: string,
  emitter: FunctionEmitter,
): Code {
  const { selector, otherwise } = node;
  if (selector === undefined || node.arms.length === 0) return [];
  const isOpen =
    selector.op === 'field' && isMixed(fieldNode(emitter.struct, selector.path, emitter.structs)?.node);
  const tags = `[${node.arms.map(({ tag }) => emitConstant(tag)).join(', ')}]`;
  const known = isOpen ? `(${tags} as unknown[])` : tags;
  if (restsOnPeek(selector, emitter)) {
    const { before, code, inner } = emitPeekOnFinished(selector, emitter);
    const name = internalName(emitter, 'selector');
    const read = `const ${name}: unknown = ${emitExpression(selector, inner)};`;
    const agrees =
      arm === undefined
        ? `!(${tags} as unknown[]).includes(${name})`
        : `${name} === ${emitConstant(arm.tag)}`;
    return [...before, ...emitDecision('offset', [...code, read, `return ${agrees};`], emitter)];
  }
  // a tag that is derived from the arm agrees with it; a kept unknown tag may still be a known one
  if (arm !== undefined && isDerivedTag(selector, emitter)) return [];
  const text = emitExpression(selector, emitter);
  const operand = /^[\w.]+$/.test(text) ? text : `(${text})`;
  const differs =
    arm === undefined ? `${known}.includes(${text})` : `${operand} !== ${emitConstant(arm.tag)}`;
  const kept =
    otherwise?.rawTag === undefined ? undefined : described(`${value}.${otherwise.rawTag}`, emitter);
  const found =
    arm !== undefined
      ? quote(`the arm for ${tagText(arm.tag)}`)
      : kept === undefined
        ? "'the arm for undefined'"
        : `\`the arm for \${${kept}}\``;
  const expected = `\`the arm for \${${described(text, emitter)}}\``;
  return block(`if (${differs})`, encodeFailure('mismatch', 'offset', expected, found, emitter));
}

function isDerivedTag(selector: Expression, { struct, hint }: FunctionEmitter): boolean {
  if (selector.op !== 'field') return false;
  const encode = struct.fields.find((field) => field.name === selector.path[0])?.encode;
  return encode?.op === 'tagOf' && encode.field === hint;
}
