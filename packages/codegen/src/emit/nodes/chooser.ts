import type { Alternative, NodeIR, TagIR } from '@bytewright/schema-dsl/ir';
import {
  describeArms,
  describeNode,
  fewFirstBytes,
  fruitlessPayments,
  isCharged,
} from '@bytewright/schema-dsl/ir';
import type { Code, Parameter } from '../code.js';
import { AHEAD_PARAMETERS, block, call, switchCase } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, freshName } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { functionCode } from '../function-code.js';
import { capitalize, hexadecimal, identifierFrom, parameterName, quote } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { readChildren } from '../read-children.js';
import { requireEntry } from '../require-entry.js';
import { matcherOf } from './matcher.js';
import { readerCall } from './reader.js';
import { isExhaustive, isSwitchable, tagConditions } from './tags.js';

/** Nodes that are tried in order where a tag, if there are tags, is one of theirs. */
export interface ChoiceGroup {
  readonly tags: readonly TagIR[] | undefined;
  readonly alternatives: readonly (Alternative & {
    /** What the choosing function returns for this one; without it, the offset behind. */
    readonly result?: string;
  })[];
  /** Whether the bytes decide; the only attempt is taken otherwise. */
  readonly isTried: boolean;
  /** What is returned where none fits; without it the reader throws. */
  readonly none: string | undefined;
  /** Whether there is something to fall back on where too much was tried for nothing. */
  readonly hasFallback?: boolean;
}

/** What a choosing function chooses from. */
export interface ChoicePlan {
  readonly node: NodeIR;
  readonly groups: readonly ChoiceGroup[];
  readonly followedBy: readonly NodeIR[] | undefined;
  readonly doc: string;
  readonly returns: string;
  /** What is returned for a tag that none has. */
  readonly unknown: string;
  /** The type of the tag, where there are tags. */
  readonly tagType: string | undefined;
  /** Whether the tag may be -0, which is none of 0. */
  readonly isSigned?: boolean;
  /** The member of the value that holds what is chosen. */
  readonly member: string;
}

/** A function that chooses. */
export interface Chooser {
  readonly callee: string;
  /** Arguments for bytes that lie between two offsets. */
  args(bytes: string, view: string, start: string, end: string, tag?: string): readonly string[];
  /** The same for finished bytes, on which a decision is confirmed: attempts in vain are paid for. */
  readonly confirmArgs: (start: string, end: string, tag?: string) => readonly string[];
  /** The same for reading, where attempts in vain are paid for and failures are thrown. */
  readonly readArgs: (tag?: string) => readonly string[];
}

/** The choosing function of a node; made once. */
export function chooserOf(plan: ChoicePlan, emitter: FunctionEmitter): Chooser {
  const free = neededParameters([plan.node], emitter);
  const values = free.map(({ name }) => requireEntry(emitter.parameters, name));
  const isTried = plan.groups.some((group) => group.isTried);
  const takesInput =
    isTried && isRead(plan.node, emitter) && plan.groups.some((group) => needsInput(group, emitter));
  const verb = isTried ? 'choose' : 'armOf';
  const base = `${verb}${emitter.struct.name}${capitalize(emitter.hint)}`;
  const callee = defineHelper(emitter, base, plan.node, (name) =>
    choosingFunction(name, plan, free, isTried, takesInput, emitter),
  );
  const args: Chooser['args'] = (bytes, view, start, end, tag) => {
    const tags = tag === undefined ? [] : [tag];
    return isTried ? [bytes, view, start, end, ...tags, ...values] : tags;
  };
  return {
    callee,
    args,
    confirmArgs: (start, end, tag) => [
      ...args('finished', 'finishedView', start, end, tag),
      ...(takesInput ? ['input'] : []),
    ],
    readArgs: (tag) => [
      ...args('bytes', 'view', 'offset', emitter.end, tag),
      ...(takesInput && emitter.direction === 'read' ? ['input'] : []),
    ],
  };
}

/** Whether a node is read at all: what is only tried ahead is bounded, and fails without a word. */
function isRead(node: NodeIR, { module, struct }: FunctionEmitter): boolean {
  const isIn = (outer: NodeIR): boolean => outer === node || readChildren(outer).some(isIn);
  return (
    module.structs.some((plan) => plan.struct.name === struct.name && plan.functions.has('read')) &&
    struct.fields.some((field) => isIn(field.node))
  );
}

function needsInput({ alternatives, isTried, none }: ChoiceGroup, { structs }: FunctionEmitter): boolean {
  return isTried && (none === undefined || alternatives.some(({ node }) => isCharged(node, structs)));
}

function choosingFunction(
  name: string,
  plan: ChoicePlan,
  free: readonly Parameter[],
  isTried: boolean,
  takesInput: boolean,
  emitter: FunctionEmitter,
): Code {
  const scope = new Map(free.map(({ name: p }) => [p, parameterName(p, [])]));
  const inner: FunctionEmitter = {
    ...emitter,
    direction: 'match',
    // what is tried is what the member holds: it goes by the same name as where it is read
    hint: plan.member === '' ? emitter.hint : plan.member,
    end: 'end',
    names: new Set([...scope.values(), ...emitter.externals.values()]),
    parameters: scope,
  };
  const groups = plan.groups.map((group) => ({
    ...group,
    code: group.isTried
      ? alternativesCode(group, plan, takesInput, inner)
      : group.alternatives.slice(0, 1).map(({ result = '' }) => `return ${result};`),
  }));
  const tagged = groups.flatMap(({ tags, code }) => (tags === undefined ? [] : [{ tags, code }]));
  const body: Code =
    tagged.length === 0
      ? groups.flatMap(({ code }) => code)
      : [
          ...taggedCode(tagged, plan.isSigned ?? false, emitter),
          ...(isExhaustive(tagged.flatMap(({ tags }) => tags)) ? [] : [`return ${plan.unknown};`]),
        ];
  const maybe = plan.tagType?.includes('undefined')
    ? block('if (selector === undefined)', [`return ${plan.unknown};`])
    : [];
  const parameters: readonly Parameter[] = [
    ...(isTried ? AHEAD_PARAMETERS : []),
    ...(plan.tagType === undefined ? [] : [{ name: 'selector', type: plan.tagType }]),
    ...(isTried ? free.map(({ name: p, type }) => ({ name: requireEntry(scope, p), type })) : []),
    ...(takesInput ? [{ name: 'input', type: emitter.imports.runtimeType('Input'), isOptional: true }] : []),
  ];
  return [`/** ${plan.doc} */`, ...functionCode(name, parameters, plan.returns, [...maybe, ...body])];
}

interface TaggedGroup {
  readonly tags: NonNullable<ChoiceGroup['tags']>;
  readonly code: Code;
}

function taggedCode(groups: readonly TaggedGroup[], isSigned: boolean, emitter: FunctionEmitter): Code {
  const tags = groups.flatMap((group) => group.tags);
  if (!isSwitchable(tags, isSigned))
    return groups.flatMap((group) => {
      const conditions = tagConditions(group.tags, 'selector', isSigned, emitter);
      return block(`if (${conditions.join(' || ')})`, group.code);
    });
  const cases = groups.flatMap((group): Code => {
    const labels = group.tags.map((tag) => `case ${emitConstant(tag as never)}:`); // all constants, as seen above
    const [only, ...more] = group.code;
    return more.length === 0 && typeof only === 'string'
      ? [...labels, { body: [only] }]
      : switchCase(labels, group.code);
  });
  return block('switch (selector)', cases);
}

/** Code that tries a group's nodes with one demand after the other, and returns. */
function alternativesCode(
  { alternatives, none, hasFallback = false }: ChoiceGroup,
  { followedBy, returns, member }: ChoicePlan,
  takesInput: boolean,
  emitter: FunctionEmitter,
): Code {
  const fallback = takesInput && hasFallback ? none : undefined;
  const named = alternatives.map((attempt) => ({
    ...attempt,
    end: freshName(emitter, `${identifierFrom(attempt.name)}End`),
  }));
  const [first, ...later] = followedBy === undefined || followedBy.length === 0 ? [undefined] : followedBy;
  const test = (end: string, demand: NodeIR | undefined): string => {
    if (demand === undefined) return `${end} >= 0`;
    const { callee, args } = matcherOf(demand, emitter);
    return `${end} >= 0 && ${callee}(${['bytes', 'view', end, 'end', ...args].join(', ')}) >= 0`;
  };
  const taken = (node: NodeIR, result: string): Code => [
    ...(fallback === undefined ? [] : affordable(node, fallback, emitter)),
    `return ${result};`,
  ];
  const tried = named.flatMap(({ node, result, end }, index): Code => {
    const isLast = index === named.length - 1 && later.length === 0;
    const { callee, args } = matcherOf(node, emitter);
    return [
      ...(fallback === undefined ? [] : spent(node, fallback, emitter)),
      call(`const ${end} = `, callee, ['bytes', 'view', 'start', 'end', ...args]),
      ...block(`if (${test(end, first)})`, taken(node, result ?? end)),
      ...(takesInput ? payment(node, fallback, isLast, emitter) : []),
    ];
  });
  const again = later.flatMap((demand) =>
    named.flatMap(({ node, end, result = end }) => block(`if (${test(end, demand)})`, taken(node, result))),
  );
  if (none !== undefined) return [...tried, ...again, `return ${none};`];
  const nothing = returns.includes('undefined') ? 'undefined' : '-2';
  const thrown = takesInput
    ? block('if (input !== undefined)', noArmCode(alternatives, followedBy, member, 'start', 'end', emitter))
    : [];
  return [...tried, ...again, ...thrown, `return ${nothing};`];
}

/** Code that takes what to fall back on where nothing large may be tried any more. */
function spent(node: NodeIR, fallback: string, emitter: FunctionEmitter): Code {
  if (!isCharged(node, emitter.structs)) return [];
  const isSpent = `${emitter.imports.runtime('isSpent')}(input)`;
  return block(`if (${[...beginnings(node, emitter), isSpent].join(' && ')})`, [`return ${fallback};`]);
}

/** Code that takes what to fall back on where what fits may try more in vain than is left. */
function affordable(node: NodeIR, fallback: string, emitter: FunctionEmitter): Code {
  const payments = fruitlessPayments(node, emitter.structs);
  if (payments === 0) return [];
  const canRead = emitter.imports.runtime('canAffordReading');
  const args = [
    'input',
    'start',
    'end',
    `() => ${readerCall(node, emitter)}`,
    ...(Number.isFinite(payments) ? [String(payments)] : []),
  ];
  return block(`if (input !== undefined && !${canRead}(${args.join(', ')}))`, [`return ${fallback};`]);
}

/** Code that pays for an attempt in vain, if it is a large one; behind the last one, nothing is left but what to fall back on. */
function payment(
  node: NodeIR,
  fallback: string | undefined,
  isLast: boolean,
  emitter: FunctionEmitter,
): Code {
  if (!isCharged(node, emitter.structs)) return [];
  const conditions = ['input !== undefined', ...beginnings(node, emitter)];
  const payments = Math.max(1, fruitlessPayments(node, emitter.structs));
  const read = `() => ${readerCall(node, emitter)}`;
  const most = Number.isFinite(payments) ? [String(payments)] : [];
  if (fallback === undefined) {
    const args = ['input', 'start', 'end', quote(emitter.path), read, ...most];
    const pay = call('', emitter.imports.runtime('chargeBacktracking'), args);
    return block(`if (${conditions.join(' && ')})`, [pay]);
  }
  const charge = emitter.imports.runtime('tryCharge');
  const args = ['input', 'start', 'end', read, ...most];
  if (isLast) return block(`if (${conditions.join(' && ')})`, [call('', charge, args)]);
  const paid = `!${charge}(${args.join(', ')})`;
  return block(`if (${[...conditions, paid].join(' && ')})`, [`return ${fallback};`]);
}

/** Conditions under which an attempt begins as its node can: any other costs nothing. */
function beginnings(node: NodeIR, { structs }: FunctionEmitter): readonly string[] {
  const bytes = fewFirstBytes(node, structs)?.map((byte) => `bytes[start] === ${hexadecimal(byte)}`);
  if (bytes === undefined) return [];
  return [bytes.length === 1 ? bytes.join('') : `(${bytes.join(' || ')})`];
}

/** Code that throws the error of the attempt that came furthest. */
export function noArmCode(
  alternatives: readonly Alternative[],
  followedBy: readonly NodeIR[] | undefined,
  member: string,
  start: string,
  end: string,
  emitter: FunctionEmitter,
  names?: string,
): Code {
  const [demand] = followedBy ?? [];
  const several = alternatives.length > 1 && member !== '';
  const expected = names ?? (several ? describeArms(alternatives) : undefined);
  const throws = `throw ${emitter.imports.runtime('noArm')}(input, ${start}, ${end}, ${quote(emitter.path)}, {`;
  const members = [
    ...(expected === undefined ? [] : [`expected: ${quote(expected)},`]),
    ...(member === '' ? [] : [`member: ${quote(member)},`]),
    ...(demand === undefined ? [] : [`demanded: ${quote(describeNode(demand))},`]),
  ];
  const readers = alternatives.map(
    ({ name, node }) => `[${quote(name)}, () => ${readerCall(node, emitter)}],`,
  );
  const [only] = readers;
  const list: Code =
    readers.length === 1 && only !== undefined
      ? [`alternatives: [${only.slice(0, -1)}],`]
      : ['alternatives: [', { body: readers }, '],'];
  return [throws, { body: [...members, ...list] }, '});'];
}
