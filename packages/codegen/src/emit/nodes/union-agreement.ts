import type { Constant, Expression, TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import {
  describeTags,
  isTagDerived,
  mayBeAbsent,
  mayBeInexact,
  nodeOf,
  tagsOf,
  triedArms,
  typeOfExpression,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { described, encodeFailure } from '../failures.js';
import { quote } from '../names.js';
import { emitDecision } from './decision.js';
import { isMixed } from './enumeration.js';
import { restsOnPeek } from './optional.js';
import { emitPeekOnFinished } from './peek.js';
import { isSignedSelector, isSwitchable, tagCondition } from './tags.js';
import { chooserFor, isSwitched } from './union.js';

/** Holds the arm that a value names against the selector that decode will choose by. */
export function agree(
  node: UnionNode,
  arm: TaggedArmIR | undefined,
  value: string,
  emitter: FunctionEmitter,
): Code {
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
  const { code, inner } = emitPeekOnFinished(selector, emitter);
  const name = internalName(emitter, 'selector');
  const text = emitExpression(selector, inner);
  if (isSwitched(node, emitter)) {
    const known = node.arms.flatMap(tagsOf).map((tag) => emitConstant(tag as Constant)); // no ranges among them
    const agrees =
      arm === undefined
        ? `!([${known.join(', ')}] as unknown[]).includes(${name})`
        : tagCondition(tagsOf(arm), name, false, emitter);
    const read = `const ${name}: unknown = ${text};`;
    return emitDecision('offset', [...code, read, `return ${agrees};`], emitter);
  }
  const start = freshName(emitter, `${emitter.hint}Start`);
  const chooser = chooserFor(node, emitter);
  const index = arm === undefined ? -1 : node.arms.indexOf(arm);
  const holds: Code = [
    ...code,
    call('const choice = ', chooser.callee, chooser.confirmArgs(start, 'input.end', text)),
    `return choice === ${index};`,
  ];
  return [`const ${start} = offset;`, ...emitDecision(start, holds, emitter)];
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
export function selectorCode(
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
  const isSigned = isSignedSelector(node, emitter);
  if (!isSwitchable(tags, isSigned)) {
    if (triedArms(node).length > 0) {
      const condition = tagCondition(tags, text, isSigned, emitter);
      return arm === undefined ? condition : `!(${condition})`;
    }
    const index = arm === undefined ? -1 : node.arms.indexOf(arm);
    const { callee, args } = chooserFor(node, emitter);
    return `${callee}(${args('', '', '', '', text).join(', ')}) !== ${index}`;
  }
  if (arm?.tag !== undefined) return `${text} !== ${emitConstant(arm.tag)}`;
  const constants = [...new Set(tags.map((tag) => emitConstant(tag as Constant)))].join(', '); // no ranges among them
  const isOpen =
    isMixed(nodeOf(selector, emitter)?.node) ||
    mayBeAbsent(selector, emitter) ||
    (typeOfExpression(selector, emitter) === 'bigint' && mayBeInexact(selector, emitter));
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
  const name = freshName(emitter, `${emitter.hint}Tag`);
  const chooser = chooserFor(node, emitter);
  const index = arm === undefined ? -1 : node.arms.indexOf(arm);
  const holds: Code = [
    call('const choice = ', chooser.callee, chooser.confirmArgs(start, 'input.end', name)),
    `return choice === ${index};`,
  ];
  return [
    `const ${start} = offset;`,
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
