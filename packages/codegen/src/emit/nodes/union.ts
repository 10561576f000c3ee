import type { Constant, Expression, NodeIR, TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import {
  constantValue,
  describeTags,
  fieldNode,
  fieldsOf,
  isTagDerived,
  isTagRange,
  tagGroups,
  tagsOf,
  triedArms,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call, declaration, objectLiteral, switchCase } from '../code.js';
import type { FunctionEmitter, ModuleEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitExpression, isMaybeAbsent } from '../expressions/emit-expression.js';
import { decodeFailure, described, encodeFailure, errorOffset, joined } from '../failures.js';
import { article, quote } from '../names.js';
import type { Chooser } from './chooser.js';
import { chooserOf } from './chooser.js';
import { isMixed, typeOfOthers } from './enumeration.js';
import { emitDecision } from './extent.js';
import { emitMatch, emitRead, emitSize, emitType, emitWrite } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { restsOnPeek } from './optional.js';
import { emitPeekOnFinished } from './peek.js';
import { isSwitchable, tagCondition, typeOfTags } from './tags.js';

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
  const kept = (arm: TaggedArmIR): string =>
    arm.rawTag === undefined ? '' : ` ${arm.rawTag}: ${typeOfTags(tagsOf(arm))};`;
  const arms = node.arms.map(
    (arm) => `{ ${node.tag}: ${quote(arm.name)};${kept(arm)} ${node.value}: ${emitType(arm.node, emitter)} }`,
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
          described(selector, emitter),
          emitter,
        )
      : arm(raw.node, raw.raw, (value) => rawMembers(node, otherTag(node, selector, emitter), value));
  const declare = [
    ...selecting,
    ...(target === undefined ? [] : [declaration(`let ${target}`, union.type(node, emitter))]),
  ];
  const isDirect = isSwitched(node);
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

/** Whether a `switch` over the selector chooses the arm: no bytes decide, and the tags can stand behind `case`. */
/** The tag that no arm has; TypeScript sees that only where it is what is switched over. */
function otherTag(node: UnionNode, selector: string, emitter: ModuleEmitter): string {
  const isNarrower = node.otherwise?.tag?.kind === 'enumeration' && node.fallback === undefined;
  return isNarrower && !isSwitched(node) ? `${selector} as ${tagType(node, emitter)}` : selector;
}

function isSwitched(node: UnionNode): boolean {
  return triedArms(node).length === 0 && isSwitchable(node.arms.flatMap(tagsOf));
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
function chooserFor(node: UnionNode, emitter: FunctionEmitter): Chooser {
  const { hint, struct } = emitter;
  const isTried = triedArms(node).length > 0;
  const none = hasNone(node) ? '; -2 where none that has the tag fits' : '';
  const doc = isTried
    ? `Chooses the arm of \`${hint}\` of ${article(struct.name)}: its index, or -1${none}.`
    : `The arm of \`${hint}\` of ${article(struct.name)} that a tag stands for: its index, or -1.`;
  const selected = node.selector === undefined ? [] : [...fieldsOf(node.selector)];
  const mayBeAbsent = selected.some((name) =>
    isMaybeAbsent(struct.fields.find((field) => field.name === name)?.node),
  );
  return chooserOf(
    {
      node,
      groups: tagGroups(node).map((group) => ({
        tags: group.tags,
        attempts: group.arms.map((arm) => ({ ...arm, result: String(node.arms.indexOf(arm)) })),
        isTried: group.isTried,
        none: node.fallback === undefined ? undefined : '-1',
      })),
      followedBy: node.followedBy,
      doc,
      returns: 'number',
      unknown: '-1',
      tagType: `${selectorType(node, emitter)}${mayBeAbsent ? ' | undefined' : ''}`,
      member: node.value,
    },
    emitter,
  );
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
function agree(node: UnionNode, arm: TaggedArmIR | undefined, value: string, emitter: FunctionEmitter): Code {
  const { selector } = node;
  if (selector === undefined || node.arms.length === 0) return [];
  if (restsOnPeek(selector, emitter)) return agreeOnFinished(node, selector, arm, emitter);
  return [
    ...agreeOnTag(node, selector, arm, value, emitter),
    ...agreeOnTrial(node, selector, arm, value, emitter),
  ];
}

/** The same where the selector is peeked at, so that it shows on the finished bytes only. */
function agreeOnFinished(
  node: UnionNode,
  selector: Expression,
  arm: TaggedArmIR | undefined,
  emitter: FunctionEmitter,
): Code {
  const { before, code, inner } = emitPeekOnFinished(selector, emitter);
  const name = internalName(emitter, 'selector');
  const text = emitExpression(selector, inner);
  if (isSwitched(node)) {
    const known = node.arms.flatMap(tagsOf).map((tag) => emitConstant(tag as Constant)); // no ranges among them
    const agrees =
      arm === undefined
        ? `!([${known.join(', ')}] as unknown[]).includes(${name})`
        : tagCondition(tagsOf(arm), name, emitter);
    const read = `const ${name}: unknown = ${text};`;
    return [...before, ...emitDecision('offset', [...code, read, `return ${agrees};`], emitter)];
  }
  const start = freshName(emitter, `${emitter.hint}Start`);
  const region = freshName(emitter, 'regionEnd');
  const chooser = chooserFor(node, emitter);
  const index = arm === undefined ? -1 : node.arms.indexOf(arm);
  const holds: Code = [
    ...code,
    call('const choice = ', chooser.callee, chooser.args('finished', 'finishedView', start, region, text)),
    `return choice === ${index};`,
  ];
  const isTried = triedArms(node).length > 0;
  return [
    ...before,
    `const ${start} = offset;`,
    ...(isTried ? [`const ${region} = output.end;`] : []),
    ...emitDecision(start, holds, emitter),
  ];
}

/** Code that refuses an arm whose tag is another one. */
function agreeOnTag(
  node: UnionNode,
  selector: Expression,
  arm: TaggedArmIR | undefined,
  value: string,
  emitter: FunctionEmitter,
): Code {
  const { otherwise } = node;
  if (arm === undefined && node.fallback !== undefined) return []; // the raw arm takes any tag
  // a tag that is derived from the arm agrees with it; a kept one may be another arm's
  if (arm?.tag !== undefined && isTagDerived(emitter.struct, emitter.hint, selector)) return [];
  const { code, text } = selectorCode(selector, emitter);
  const rawTag = (arm ?? otherwise)?.rawTag;
  const kept = rawTag === undefined ? undefined : described(`${value}.${rawTag}`, emitter);
  const found =
    arm !== undefined
      ? quote(`the arm for ${describeTags(tagsOf(arm))}`)
      : kept === undefined
        ? "'the arm for undefined'"
        : `\`the arm for \${${kept}}\``;
  const expected = `\`the arm for \${${described(text, emitter)}}\``;
  const refuse = encodeFailure('mismatch', 'offset', expected, found, emitter);
  return [...code, ...block(`if (${differs(node, selector, arm, text, emitter)})`, refuse)];
}

/** What selects the arm, as an operand: in a variable of its own where it is computed. */
function selectorCode(
  selector: Expression | undefined,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly text: string } {
  const text = selector === undefined ? 'undefined' : emitExpression(selector, emitter);
  if (!/ [^\w' ]+ |^!/.test(text.replace(/'[^']*'/g, "''"))) return { code: [], text };
  const name = freshName(emitter, `${emitter.hint}Tag`);
  return { code: [`const ${name} = ${text};`], text: name };
}

function differs(
  node: UnionNode,
  selector: Expression,
  arm: TaggedArmIR | undefined,
  text: string,
  emitter: FunctionEmitter,
): string {
  const tags = arm === undefined ? node.arms.flatMap(tagsOf) : tagsOf(arm);
  if (!isSwitchable(tags)) {
    if (triedArms(node).length > 0) {
      const condition = tagCondition(tags, text, emitter);
      return arm === undefined ? condition : `!(${condition})`;
    }
    const index = arm === undefined ? -1 : node.arms.indexOf(arm);
    const { callee, args } = chooserFor(node, emitter);
    return `${callee}(${args('', '', '', '', text).join(', ')}) !== ${index}`;
  }
  if (arm?.tag !== undefined) return `${text} !== ${emitConstant(arm.tag)}`;
  const constants = [...new Set(tags.map((tag) => emitConstant(tag as Constant)))].join(', '); // no ranges among them
  const isOpen =
    selector.op === 'field' && isMixed(fieldNode(emitter.struct, selector.path, emitter.structs)?.node);
  const known = isOpen ? `([${constants}] as unknown[])` : `[${constants}]`;
  return `${arm === undefined ? '' : '!'}${known}.includes(${text})`;
}

/** Code that records the arm that was chosen by the bytes, if it was. */
function agreeOnTrial(
  node: UnionNode,
  selector: Expression,
  arm: TaggedArmIR | undefined,
  value: string,
  emitter: FunctionEmitter,
): Code {
  if (arm === undefined ? node.fallback === undefined : !triedArms(node).includes(arm)) return [];
  const start = freshName(emitter, `${emitter.hint}Start`);
  const region = freshName(emitter, 'regionEnd');
  const name = freshName(emitter, `${emitter.hint}Tag`);
  const chooser = chooserFor(node, emitter);
  const index = arm === undefined ? -1 : node.arms.indexOf(arm);
  const holds: Code = [
    call('const choice = ', chooser.callee, chooser.args('finished', 'finishedView', start, region, name)),
    `return choice === ${index};`,
  ];
  return [
    `const ${start} = offset;`,
    `const ${region} = output.end;`,
    `const ${name} = ${tagOfArm(node, selector, arm, value, emitter)};`,
    ...emitDecision(start, holds, emitter),
  ];
}

/** What a decoder will choose this arm by; where the tag is derived from the arm, only this arm's members are at hand. */
function tagOfArm(
  node: UnionNode,
  selector: Expression,
  arm: TaggedArmIR | undefined,
  value: string,
  emitter: FunctionEmitter,
): string {
  if (!isTagDerived(emitter.struct, emitter.hint, selector)) return emitExpression(selector, emitter);
  if (arm?.tag !== undefined) return emitConstant(arm.tag);
  return `${value}.${(arm ?? node.otherwise)?.rawTag}`; // it is kept there, or it would be lost
}
