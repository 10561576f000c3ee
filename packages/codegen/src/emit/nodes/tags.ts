import type { TagIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { constantValue, isTagRange, mayBeNegativeZero } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';

/**
 * Whether a `switch` can tell all these tags apart: there is none for ranges, none that compares bytes by their content,
 * and none that tells 0 from -0 where a float selects.
 */
export function isSwitchable(tags: readonly TagIR[], isSigned: boolean): boolean {
  return tags.every(
    (tag) =>
      !isTagRange(tag) &&
      !(constantValue(tag) instanceof Uint8Array) &&
      !(isSigned && constantValue(tag) === 0),
  );
}

/** Whether what selects the arm of a union may be -0. */
export function isSignedSelector({ selector }: UnionNode, emitter: FunctionEmitter): boolean {
  return selector !== undefined && mayBeNegativeZero(selector, emitter);
}

/** The condition under which a value is one of some tags. */
export function tagCondition(
  tags: readonly TagIR[],
  value: string,
  isSigned: boolean,
  emitter: FunctionEmitter,
): string {
  return tagConditions(tags, value, isSigned, emitter).join(' || ');
}

/** The same as its alternatives. */
export function tagConditions(
  tags: readonly TagIR[],
  value: string,
  isSigned: boolean,
  emitter: FunctionEmitter,
): readonly string[] {
  return tags.map((tag) => {
    if (isTagRange(tag)) {
      const within = `${value} >= ${emitConstant(tag.from)} && ${value} <= ${emitConstant(tag.to)}`;
      return tags.length === 1 ? within : `(${within})`;
    }
    if (isSigned && constantValue(tag) === 0) return `Object.is(${value}, 0)`;
    return constantValue(tag) instanceof Uint8Array
      ? `${emitter.imports.runtime('equalBytes')}(${value}, ${emitConstant(tag)})`
      : `${value} === ${emitConstant(tag)}`;
  });
}

/** Whether there is no other value of the tags' type, so that a `switch` over it has no way out. */
export function isExhaustive(tags: readonly TagIR[]): boolean {
  return tags.includes(true) && tags.includes(false);
}

/** The TypeScript type of some tags. */
export function typeOfTags(tags: readonly TagIR[]): string {
  const types = tags.map((tag) => {
    const value = constantValue(isTagRange(tag) ? tag.from : tag);
    return value instanceof Uint8Array ? 'Uint8Array' : typeof value;
  });
  // text where there is nothing to tell from
  return types.length === 0 ? 'string' : [...new Set(types)].join(' | ');
}
