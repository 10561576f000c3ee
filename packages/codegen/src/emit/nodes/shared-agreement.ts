import type { TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { isTagDerived, triedArms } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName, internalName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { described, encodeFailure } from '../failures.js';
import { emitDecision } from './decision.js';
import { restsOnPeek } from './optional.js';
import { chooserFor } from './union.js';

/** From so many arms on, what all of them check is written once. */
const MANY = 4;

/** Code in front of a union's arms, and what each of them calls there. */
export interface SharedAgreement {
  readonly before: Code;
  readonly each: (arm: TaggedArmIR | undefined) => Code;
}

/**
 * The agreement of all arms with what decode will choose by, as one function. Only for unions of many arms that are told
 * by a text and then tried, so that they differ in that text alone; `undefined` for others.
 */
export function sharedAgreement(node: UnionNode, emitter: FunctionEmitter): SharedAgreement | undefined {
  const { selector, arms } = node;
  if (selector === undefined || arms.length < MANY || node.fallback === undefined) return undefined;
  if (restsOnPeek(selector, emitter) || isTagDerived(emitter.struct, emitter.hint, selector))
    return undefined;
  const tried = new Set(triedArms(node));
  if (!arms.every((arm) => typeof arm.tag === 'string' && arm.rawTag === undefined && tried.has(arm)))
    return undefined;
  const start = freshName(emitter, `${emitter.hint}Start`);
  const region = freshName(emitter, 'regionEnd');
  const tag = freshName(emitter, `${emitter.hint}Tag`);
  const name = internalName(emitter, `agree`);
  const chooser = chooserFor(node, emitter);
  const holds: Code = [
    call('const choice = ', chooser.callee, chooser.confirmArgs(start, region, tag)),
    'return choice === arm;',
  ];
  const refuse = encodeFailure(
    'mismatch',
    start,
    `\`the arm for \${${described(tag, emitter)}}\``,
    `\`the arm for \${${described('armTag', emitter)}}\``,
    emitter,
  );
  return {
    before: [
      `const ${start} = offset;`,
      `const ${region} = output.end;`,
      `const ${tag} = ${emitExpression(selector, emitter)};`,
      '// the arm that is written must be the one that decoding chooses',
      `const ${name} = (arm: number, armTag = ${tag}): void => {`,
      { body: [...block(`if (${tag} !== armTag)`, refuse), ...emitDecision(start, holds, emitter)] },
      '};',
    ],
    each: (arm) => [
      arm?.tag === undefined
        ? `${name}(-1);` // the raw arm takes any tag
        : `${name}(${arms.indexOf(arm)}, ${emitConstant(arm.tag)});`,
    ],
  };
}
