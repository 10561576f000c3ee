import type { Constant, NodeIR, TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import {
  constantValue,
  describeArms,
  describeTags,
  fieldNode,
  isTagRange,
  keysOfUnion,
  mayBeAbsent,
  mayBeInexact,
  selectorLabel,
  tagGroups,
  tagsOf,
  triedArms,
  typeOfExpression,
} from '@bytewright/schema-dsl/ir';
import { isTabled } from '../../plan/is-tabled.js';
import type { Code } from '../code.js';
import { block, call, declaration, objectLiteral, switchCase } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { decodeFailure, described, encodeFailure, errorOffset, joined } from '../failures.js';
import { article, quote, template } from '../names.js';
import { matchByTable, readByTable, sizeByTable, writeByTable } from './arm-union.js';
import type { Chooser } from './chooser.js';
import { chooserOf } from './chooser.js';
import { typeOfOthers } from './enumeration.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import { checkUnionKeys } from './keys.js';
import type { NodeEmitter } from './node-emitter.js';
import { isSignedSelector, isSwitchable, typeOfTags } from './tags.js';
import { agree, selectorCode } from './union-agreement.js';

export const union: NodeEmitter<UnionNode> = {
  type: (node, emitter) => alternatives(node, emitter).join(' | '),
  read: (node, target, emitter) =>
    isTabled(node, emitter.module)
      ? readByTable(node, target, emitter)
      : select(node, target, emitter, emitRead),
  match: (node, target, emitter) =>
    isTabled(node, emitter.module)
      ? matchByTable(node, target, emitter)
      : select(node, target, emitter, emitMatch),

  size(node, value, emitter) {
    if (isTabled(node, emitter.module)) return { fixed: 0, code: sizeByTable(node, value, emitter) };
    return {
      fixed: 0,
      code: eachArm(node, value, emitter, (arm, member, inner) => {
        const { fixed, code } = emitSize(arm, member, inner);
        return [...(fixed === 0 ? [] : [`size += ${fixed};`]), ...code];
      }),
    };
  },

  write(node, value, emitter) {
    if (isTabled(node, emitter.module)) return writeByTable(node, value, emitter);
    return eachArm(node, value, emitter, emitWrite, (arm) => agree(node, arm, value, emitter));
  },
};

/** The members of a union's alternatives, one object type each; those of a large table in one type. */
export function alternatives(node: UnionNode, emitter: ModuleEmitter): readonly string[] {
  const { otherwise } = node;
  const table = emitter.tables.get(node);
  const arms =
    table === undefined
      ? eachAlternative(node, emitter)
      : [`${emitter.imports.runtimeType('ArmValue')}<${table}, ${quote(node.tag)}, ${quote(node.value)}>`];
  if (otherwise === undefined) return arms;
  const rawTag = otherwise.rawTag === undefined ? '' : ` ${otherwise.rawTag}: ${tagType(node, emitter)};`;
  return [
    ...arms,
    `{ ${node.tag}: undefined;${rawTag} ${otherwise.raw}: ${emitType(otherwise.node, emitter)} }`,
  ];
}

function eachAlternative(node: UnionNode, emitter: ModuleEmitter): readonly string[] {
  const kept = (arm: TaggedArmIR): string =>
    arm.rawTag === undefined ? '' : ` ${arm.rawTag}: ${typeOfTags(tagsOf(arm))};`;
  return node.arms.map(
    (arm) => `{ ${node.tag}: ${quote(arm.name)};${kept(arm)} ${node.value}: ${emitType(arm.node, emitter)} }`,
  );
}

/** The type of a tag that no arm has: that of the arms' tags, and text where there are none to tell. */
export function tagType(node: UnionNode, emitter: ModuleEmitter): string {
  const tag = node.otherwise?.tag;
  const known = node.arms.flatMap(tagsOf);
  if (tag?.kind === 'enumeration' && node.fallback === undefined)
    return typeOfOthers(
      tag,
      known.flatMap((one) => (isTagRange(one) ? [] : [constantValue(one)])),
      emitter,
    );
  return tag === undefined ? typeOfTags(known) : emitType(tag, emitter);
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
  const { code: selecting, text: selector } = selectorCode(node.selector, emitter);
  const isDirect = isSwitched(node, emitter);
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
          quote(`one of ${describeTags(node.arms.flatMap(tagsOf))}`),
          template([selectorLabel(node), { expression: described(selector, emitter) }]),
          emitter,
        )
      : arm(raw.node, raw.raw, (value) => rawMembers(node, otherTag(node, selector, emitter), value));
  const declare = [
    ...selecting,
    ...(target === undefined ? [] : [declaration(`let ${target}`, union.type(node, emitter))]),
  ];
  const cases = node.arms.map((a, index): Code => {
    const labels = isDirect
      ? tagsOf(a).map((tag) => `case ${emitConstant(tag as Constant)}:`) // no ranges, as seen above
      : [`case ${index}:`];
    const body = arm(a.node, node.value, (value) => [
      [node.tag, quote(a.name)],
      ...(a.rawTag === undefined ? [] : [[a.rawTag, selector] as const]),
      [node.value, value],
    ]);
    return switchCase(labels, [...body, 'break;']);
  });
  const last: Code = block('default:', otherwise);
  if (isDirect) return [...declare, ...block(`switch (${selector})`, [...cases.flat(), ...last])];
  const choice = freshName(emitter, `${emitter.hint}Arm`);
  const chooser = chooserFor(node, emitter);
  const mayFail = emitter.direction === 'match' && raw !== undefined && hasNone(node);
  return [
    ...declare,
    call(`const ${choice} = `, chooser.callee, chooser.readArgs(selector)),
    ...(mayFail ? block(`if (${choice} === -2)`, ['return -1;']) : []),
    ...block(`switch (${choice})`, [...cases.flat(), ...last]),
  ];
}

/** The tag that no arm has; TypeScript checks that only where it is what is switched over. */
function otherTag(node: UnionNode, selector: string, emitter: FunctionEmitter): string {
  const isNarrower = node.otherwise?.tag?.kind === 'enumeration' && node.fallback === undefined;
  return isNarrower && !isSwitched(node, emitter) ? `${selector} as ${tagType(node, emitter)}` : selector;
}

/** Whether a `switch` over the selector chooses the arm: no bytes decide, and the tags can stand behind `case`. */
export function isSwitched(node: UnionNode, emitter: FunctionEmitter): boolean {
  const isSigned = isSignedSelector(node, emitter);
  return triedArms(node).length === 0 && isSwitchable(node.arms.flatMap(tagsOf), isSigned);
}

/** Whether the tag may be known and yet no arm fit. */
function hasNone(node: UnionNode): boolean {
  return node.fallback === undefined && triedArms(node).length > 0;
}

/** The type of what selects the arm; an open enumeration has numbers beside names. */
export function selectorType({ arms, selector }: UnionNode, emitter: FunctionEmitter): string {
  const found =
    selector?.op === 'field' ? fieldNode(emitter.struct, selector.path, emitter.structs)?.node : undefined;
  return found?.kind === 'enumeration' ? emitType(found, emitter) : typeOfTags(arms.flatMap(tagsOf));
}

/** The function that gives the index of the arm: -1 for the raw one, -2 where the tag is known and none fits. */
export function chooserFor(node: UnionNode, emitter: FunctionEmitter): Chooser {
  const { hint, struct } = emitter;
  const isTried = triedArms(node).length > 0;
  const none = hasNone(node) ? '; -2 where none that has the tag fits' : '';
  const doc = isTried
    ? `Chooses the arm of \`${hint}\` of ${article(struct.name)}: its index, or -1${none}.`
    : `The arm of \`${hint}\` of ${article(struct.name)} that a tag stands for: its index, or -1.`;
  return chooserOf(
    {
      node,
      groups: tagGroups(node).map((group) => ({
        tags: group.tags,
        alternatives: group.arms.map((arm) => ({ ...arm, result: String(node.arms.indexOf(arm)) })),
        isTried: group.isTried,
        none: node.fallback === undefined ? undefined : '-1',
        hasFallback: node.fallback !== undefined,
      })),
      followedBy: node.followedBy,
      doc,
      returns: 'number',
      unknown: '-1',
      tagType: chooserTagType(node, emitter),
      isSigned: isSignedSelector(node, emitter),
      member: node.value,
    },
    emitter,
  );
}

/** The type of the tag that a chooser is given: that of the selector, and of what stands for one that there is not. */
function chooserTagType(node: UnionNode, emitter: FunctionEmitter): string {
  const { selector } = node;
  const type = selectorType(node, emitter);
  if (selector === undefined) return type;
  const isInexact = typeOfExpression(selector, emitter) === 'bigint' && mayBeInexact(selector, emitter);
  return `${type}${isInexact ? ' | number' : ''}${mayBeAbsent(selector, emitter) ? ' | undefined' : ''}`;
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
          call('', emitter.imports.runtime('checkTag'), [
            value,
            quote(node.tag),
            errorOffset(emitter),
            quote(emitter.path),
          ]),
          ...before(undefined),
          ...emit(raw.node, `${value}.${raw.raw}`, inner(raw.raw)),
          'break;',
        ]);
  const unknown: Code = [
    ...block(
      'default:',
      encodeFailure(
        'unknown-tag',
        errorOffset(emitter),
        quote(describeArms(node.arms, raw !== undefined)),
        described(`(${value} as { ${node.tag}?: unknown }).${node.tag}`, emitter),
        inner(node.tag),
      ),
    ),
  ];
  const checked = isStructValue(value, emitter)
    ? []
    : checkUnionKeys(keysOfUnion(node), node.tag, value, emitter);
  return [...checked, ...block(`switch (${value}.${node.tag})`, [...cases.flat(), ...rawCase, ...unknown])];
}

/** Whether a union's members are merged into the value of its struct, which has been looked at. */
export function isStructValue(value: string, { struct }: FunctionEmitter): boolean {
  return struct.flat !== undefined && value === 'value';
}
