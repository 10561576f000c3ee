import type { Constant, NodeIR, SearchNode } from '@bytewright/schema-dsl/ir';
import {
  constantValue,
  fewFirstBytes,
  fruitlessPayments,
  isCharged,
  searchedNode,
  searchesOf,
} from '@bytewright/schema-dsl/ir';
import { withoutDemands } from '../../plan/is-tabled.js';
import { uncapitalize } from '../../plan/uncapitalize.js';
import { bound } from '../bound.js';
import type { Code, Parameter } from '../code.js';
import { objectLiteral } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { defineHelper, importPath, parameterArguments, structFunction, structType } from '../emitter.js';
import { emitConstant } from '../expressions/emit-constant.js';
import { article, hexadecimal, parameterName } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { nestingArgument } from '../nesting.js';
import { matcherOf } from '../nodes/matcher.js';
import { readerCall } from '../nodes/reader.js';
import { requireEntry } from '../require-entry.js';
import { looksFurther } from './looks-further.js';
import { toldParameters } from './told-parameters.js';

/** A struct that an arm is, what is searched for in it, and what it has to be told beside. */
export interface ArmNode {
  /** The arm's node, below its searches. */
  readonly node: NodeIR;
  readonly struct: string;
  readonly searches: readonly SearchNode[];
  /** Parameters that are handed down to it. */
  readonly context: readonly Parameter[];
  /** Parameters that are searched for. */
  readonly searched: readonly Parameter[];
}

/** What an arm's node is made of. */
export function armNode(node: NodeIR, emitter: FunctionEmitter): ArmNode {
  const searches = node.kind === 'search' ? searchesOf(node) : [];
  const inner = node.kind === 'search' ? searchedNode(node) : node;
  const needed = neededParameters([inner], emitter);
  const searched = new Set(searches.map(({ parameter }) => parameter));
  return {
    node: inner,
    struct: structOf(inner),
    searches,
    context: needed.filter(({ name }) => !searched.has(name)),
    searched: searches.map(({ parameter, values }) => ({ name: parameter, type: typeOfValues(values) })),
  };
}

/** The struct that an arm's node is. */
export function structOf(node: NodeIR): string {
  if (node.kind === 'bind' || node.kind === 'search') return structOf(node.node);
  if (node.kind !== 'struct') throw new TypeError('an arm of a table is a struct'); // as the analysis has seen
  return node.name;
}

const typeOfValues = (values: readonly Constant[]): string =>
  [...new Set(values.map((value) => typeof constantValue(value)))].join(' | ');

/** The type of an object with some parameters as members. */
export function typeOfMembers(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return 'object';
  return `{ ${parameters.map(({ name, type }) => `${name}: ${type}`).join('; ')} }`;
}

/** The constant that holds an arm's reading half: the struct's own module's, or one of this module. */
export function readingArm(node: NodeIR, emitter: FunctionEmitter): string {
  return offeredArm(node, 'Reading', emitter) ?? defineArm(node, 'Reading', false, emitter);
}

/** The constant that holds its writing half. */
export function writingArm(node: NodeIR, emitter: FunctionEmitter): string {
  return offeredArm(node, 'Writing', emitter) ?? defineArm(node, 'Writing', false, emitter);
}

type Half = 'Reading' | 'Writing';

/** Both halves of a struct that other modules' tables have as an arm, as constants that the module exports. */
export function offerArm(node: NodeIR, half: Half, emitter: FunctionEmitter): void {
  defineArm(node, half, true, emitter);
}

function offeredArm(node: NodeIR, half: Half, emitter: FunctionEmitter): string | undefined {
  const struct = structOf(node);
  const home = emitter.module.homes.get(struct);
  const offered = home === emitter.module ? undefined : home?.arms.get(struct);
  if (home === undefined || JSON.stringify(offered) !== JSON.stringify(withoutDemands(node)))
    return undefined;
  return emitter.imports.value(importPath(emitter.module, home), nameOfHalf(struct, half));
}

const nameOfHalf = (struct: string, half: Half): string => `${uncapitalize(struct)}${half}`;

function defineArm(node: NodeIR, half: Half, isExported: boolean, emitter: FunctionEmitter): string {
  const arm = armNode(node, emitter);
  const verbs = half === 'Reading' ? 'tried and read' : 'measured and written';
  const emit = half === 'Reading' ? readingCode : writingCode;
  return defineHelper(
    emitter,
    nameOfHalf(arm.struct, half),
    { half, node: withoutDemands(node) },
    (name) => [
      `/** How ${article(arm.struct)} is ${verbs} where it is one of several. */`,
      ...emit(isExported ? `export const ${name}` : `const ${name}`, arm, emitter),
    ],
    isExported,
  );
}

function readingCode(head: string, arm: ArmNode, outer: FunctionEmitter): Code {
  const emitter = within(arm, outer);
  const read = readerCall(arm.node, { ...emitter, direction: 'read' });
  return objectLiteral(
    `${head}: ${typeOfHalf('ReadingArm', arm, emitter)} = `,
    [
      ...searchedValues(arm),
      ...(isTried(arm, emitter) ? [matchMember(arm, emitter)] : []),
      ['read', `(${['input', ...handed(arm, [read])].join(', ')}) => ${read}`],
      ...(isTried(arm, emitter) ? costMembers(arm, emitter) : []),
    ],
    ';',
  );
}

type Member = readonly [name: string, value: string];

/** Whether an arm is tried on the bytes anywhere, rather than its tag alone telling it. */
function isTried({ struct, searches }: ArmNode, { module }: FunctionEmitter): boolean {
  const plan = module.homes.get(struct)?.structs.find((one) => one.struct.name === struct);
  return searches.length > 0 || plan?.functions.has('match') === true;
}

function matchMember(arm: ArmNode, emitter: FunctionEmitter): Member {
  const { callee, args } = matcherOf(arm.node, { ...emitter, direction: 'match' });
  const ahead = ['bytes', 'view', 'start', 'end'];
  const parameters = [...ahead, ...handed(arm, args)].join(', ');
  return ['match', `(${parameters}) => ${callee}(${[...ahead, ...args].join(', ')})`];
}

/** What an attempt in vain costs, where it costs anything. */
function costMembers({ node }: ArmNode, { structs }: FunctionEmitter): readonly Member[] {
  const payments = fruitlessPayments(node, structs);
  const firstBytes = fewFirstBytes(node, structs)?.map(hexadecimal);
  const isLarge = isCharged(node, structs);
  const times = Number.isFinite(payments) ? String(payments) : 'Number.POSITIVE_INFINITY';
  return [
    ...(isLarge ? [['isLarge', 'true'] as const] : []),
    ...(isLarge && firstBytes !== undefined ? [['firstBytes', `[${firstBytes.join(', ')}]`] as const] : []),
    ...(payments === 0 ? [] : [['payments', times] as const]),
    ...(isLarge && looksFurther(node, structs) ? [['looksFurther', 'true'] as const] : []),
  ];
}

function writingCode(declared: string, arm: ArmNode, outer: FunctionEmitter): Code {
  const emitter = { ...within(arm, outer), nesting: 'nesting' };
  const { callee: measure, args: measured } = structCall('measure', arm, { ...emitter, direction: 'size' });
  const nesting = nestingArgument(arm.struct, emitter);
  const { callee: write, args: written } = structCall('write', arm, { ...emitter, direction: 'write' });
  const told = toldParameters(arm.searches, { ...emitter, direction: 'size' });
  const head = (first: readonly string[], used: readonly string[], last: readonly string[] = []): string =>
    `(${[...first, ...handed(arm, used, last.length > 0), ...last].join(', ')}) =>`;
  return objectLiteral(
    `${declared}: ${typeOfHalf('WritingArm', arm, emitter)} = `,
    [
      ...(told.length === 0 ? [] : [['toldBy', toldCode(arm, told)] as const]),
      [
        'measure',
        `${head(['value'], measured, nesting)} ${measure}(${['value', ...measured, ...nesting].join(', ')})`,
      ],
      [
        'write',
        `${head(['output', 'value'], written)} ${write}(${['output', 'value', ...written].join(', ')})`,
      ],
    ],
    ';',
  );
}

/** The function that gives what of the parameters a value tells. */
function toldCode(arm: ArmNode, told: ReturnType<typeof toldParameters>): string {
  const texts = told.map(([, text]) => text);
  const members = told.map(([name, text]) => `${name}: ${text}`);
  const takesValue = texts.some((text) => /(?<![\w.])value\b/.test(text));
  const [context] = handed({ ...arm, searched: [] }, texts);
  const parameters = [
    takesValue || context === undefined ? 'value' : '_value',
    ...(context === undefined ? [] : [context]),
  ];
  const used = takesValue || context !== undefined ? parameters : [];
  return `(${used.join(', ')}) => ({ ${members.join(', ')} })`;
}

/** A call of one of a struct's functions, with the parameters that are bound on the way to it. */
export function structCall(
  kind: 'read' | 'write' | 'measure' | 'match',
  { node, struct }: Pick<ArmNode, 'node' | 'struct'>,
  emitter: FunctionEmitter,
): { readonly callee: string; readonly args: readonly string[] } {
  const inner = boundIn(node, emitter);
  return { callee: structFunction(inner, kind, struct), args: parameterArguments(inner, struct) };
}

function boundIn(node: NodeIR, emitter: FunctionEmitter): FunctionEmitter {
  return node.kind === 'bind' ? boundIn(node.node, bound(node, emitter)) : emitter;
}

/** The emitter for an arm's functions: what is handed down goes by its own name. */
function within({ context, searched, struct }: ArmNode, emitter: FunctionEmitter): FunctionEmitter {
  const own = [...context, ...searched].map(({ name }) => [name, parameterName(name, [])] as const);
  return {
    ...emitter,
    end: 'end',
    path: '',
    hint: struct,
    parameters: new Map(own),
    names: new Set([...own.map(([, name]) => name), ...emitter.externals.values()]),
  };
}

const typeOfHalf = (half: 'ReadingArm' | 'WritingArm', arm: ArmNode, emitter: FunctionEmitter): string => {
  const types = [structType(emitter, arm.struct), typeOfMembers(arm.context), typeOfMembers(arm.searched)];
  while (types.at(-1) === 'object') types.pop();
  return `${emitter.imports.runtimeType(half)}<${types.join(', ')}>`;
};

function searchedValues({ searches }: ArmNode): readonly (readonly [string, string])[] {
  if (searches.length === 0) return [];
  const members = searches.map(
    ({ parameter, values }) => `${parameter}: [${values.map((value) => emitConstant(value)).join(', ')}]`,
  );
  return [['searched', `{ ${members.join(', ')} }`]];
}

/** The parameters of an arm's functions behind the bytes or the value, as far as what they call uses them. */
function handed({ context, searched }: ArmNode, used: readonly string[], isAll = false): readonly string[] {
  const text = used.join(' ');
  const isUsed = ({ name }: Parameter): boolean =>
    new RegExp(`(?<![\\w.'])${parameterName(name, [])}(?!\\w)`).test(text);
  const unpack = (parameters: readonly Parameter[]): string | undefined => {
    const members = parameters.filter(isUsed).map(({ name }) => {
      const own = parameterName(name, []);
      return own === name ? name : `${name}: ${own}`;
    });
    return members.length === 0 ? undefined : `{ ${members.join(', ')} }`;
  };
  const [first, second] = [unpack(context), unpack(searched)];
  if (isAll) return [first ?? 'context', second ?? 'searched'];
  if (second !== undefined) return [first ?? 'context', second];
  return first === undefined ? [] : [first];
}

/** What a helper or a parameter is told beside. */
export const valuesOf = (parameters: readonly Parameter[], emitter: FunctionEmitter): string => {
  if (parameters.length === 0) return '{}';
  const members = parameters.map(({ name }) => {
    const value = requireEntry(emitter.parameters, name);
    return value === name ? name : `${name}: ${value}`;
  });
  return `{ ${members.join(', ')} }`;
};
