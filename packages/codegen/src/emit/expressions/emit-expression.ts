import type { BinaryOperator, Expression, PlainOf } from '@bytewright/schema-dsl/ir';
import {
  comparesContent,
  givesNegativeZero,
  keysNotCompared,
  mayBeAbsent,
  mayBeInexact,
  nodeOf,
  operands,
  typeOfExpression,
} from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { importExternal } from '../external-names.js';
import { quote } from '../names.js';
import { requireEntry } from '../require-entry.js';
import { emitConstant } from './emit-constant.js';
import { emitNotCompared } from './emit-not-compared.js';
import { fieldOffset } from './field-offset.js';
import { fieldPresence } from './field-presence.js';
import { fieldSize } from './field-size.js';
import { fieldTag, fieldValue } from './field-value.js';

const OPERATORS: Readonly<Record<Exclude<BinaryOperator, 'startsWith' | 'div' | 'and' | 'or'>, string>> = {
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  plus: '+',
  minus: '-',
  times: '*',
};

/** An expression of the schema as a TypeScript expression, in the scope of the function being emitted. */
export function emitExpression(expression: Expression, emitter: FunctionEmitter): string {
  const emit = (e: Expression): string => emitOperand(e, emitter);
  const { imports } = emitter;
  if (comparesContent(expression, emitter)) return emitContentEquality(expression, false, emitter);
  switch (expression.op) {
    case 'constant':
      return emitConstant(expression.value);
    case 'field':
    case 'element': {
      const text = emitPath(expression, emitter);
      if (expression.plain === 'boolean' && mayBeAbsent(expression, emitter))
        return `(${text} === undefined ? undefined : Boolean(${text}))`; // what is absent is not false
      if (expression.plain !== undefined) return emitPlain(text, expression.plain, emitter);
      const type = expression.op === 'field' && emitter.comparedAs?.get(expression.path.join('.'));
      return type ? `${text} as ${type}` : text;
    }
    case 'parameter':
      return requireEntry(emitter.parameters, expression.name);
    case 'byteLength':
      return fieldSize(expression.field, emitter);
    case 'offsetOf':
      return fieldOffset(expression.field, emitter);
    case 'count':
      return `${fieldValue(expression.field, emitter)}${mayBeAbsent(expression, emitter) ? '?' : ''}.length`;
    case 'present':
      return fieldPresence(expression.field, emitter);
    case 'tagOf':
      return fieldTag(expression.field, emitter);
    case 'not':
      return `!${emitConditionOperand(expression.of, emitter)}`;
    case 'toNumber':
      return `${imports.runtime('safeNumber')}(${emitNumber(expression.of, emitter)})`;
    case 'toBigint':
      return `${imports.runtime('exactBigint')}(${emitNumber(expression.of, emitter)})`;
    case 'size':
      return mayBeAbsent(expression.of, emitter)
        ? `${emit(expression.of)}?.length ?? Number.NaN`
        : `${emit(expression.of)}.length`;
    case 'afterLast':
      return `${imports.runtime('afterLast')}(${emitExpression(expression.of, emitter)}, ${quote(expression.separator)})`;
    case 'matches': {
      const text = emitExpression(expression.of, emitter);
      const test = `/${expression.pattern.replace(/(^|[^\\])\//g, '$1\\/')}/.test(${text})`;
      return mayBeAbsent(expression.of, emitter) ? `${emit(expression.of)} !== undefined && ${test}` : test;
    }
    case 'call': {
      const value = emitExpression(expression.of, emitter);
      return `${imports.runtime('computeNumber')}(${importExternal(expression.function, emitter)}, ${value})`;
    }
    case 'choose':
      return `${emitConditionOperand(expression.when, emitter, 'choose')} ? ${emitOperand(expression.yes, emitter, 'choose')} : ${emitOperand(expression.no, emitter, 'choose')}`;
    case 'startsWith':
      return emitStartsWith(expression, emitter);
    case 'and':
    case 'or':
      return emitJoined(expression, emitter, emitBoolean);
    case 'eq':
    case 'ne': {
      const { op, left, right } = expression;
      return `${emitOperand(left, emitter, op)} ${OPERATORS[op]} ${emitOperand(right, emitter, op, true)}`;
    }
    case 'plus':
    case 'minus':
    case 'times':
    case 'div':
      return emitArithmetic(expression.op, expression.left, expression.right, emitter);
    default: {
      const { op, left, right } = expression;
      return `${emitNumber(left, emitter, op)} ${OPERATORS[op]} ${emitNumber(right, emitter, op, true)}`;
    }
  }
}

/** An expression where only its truth counts: what is absent does not hold, and a byte that is not a bool does. */
export function emitCondition(expression: Expression, emitter: FunctionEmitter): string {
  switch (expression.op) {
    case 'field':
    case 'element': {
      const { op, path, plain } = expression;
      return emitExpression(plain === 'boolean' ? { op, path } : expression, emitter);
    }
    case 'and':
    case 'or':
      return emitJoined(expression, emitter, emitConditionOperand);
    default:
      return emitExpression(expression, emitter);
  }
}

/** The negation of a condition, as a person writes it. */
export function emitNegation(expression: Expression, emitter: FunctionEmitter): string {
  if (comparesContent(expression, emitter)) return emitContentEquality(expression, true, emitter);
  const opposite = { eq: '!==', ne: '===' } as const;
  if (expression.op === 'eq' || expression.op === 'ne') {
    const { op, left, right } = expression;
    return `${emitOperand(left, emitter, op)} ${opposite[op]} ${emitOperand(right, emitter, op, true)}`;
  }
  if (expression.op === 'not') return emitCondition(expression.of, emitter);
  // < and >= are not opposites where a side may be NaN
  return `!${emitConditionOperand(expression, emitter)}`;
}

type Binary = Extract<Expression, { op: BinaryOperator }>;

/** The value of a field or an element, through whatever may be absent on the way. */
function emitPath(
  { op, path }: Extract<Expression, { op: 'field' | 'element' }>,
  emitter: FunctionEmitter,
): string {
  const isAbsent = (length: number): boolean =>
    nodeOf({ op, path: path.slice(0, length) }, emitter)?.isMaybeAbsent ?? false;
  const from = op === 'field' ? 1 : 0;
  const base = op === 'field' ? fieldValue(path[0] ?? '', emitter) : (emitter.element ?? 'element');
  return path.slice(from).reduce((text, name, i) => `${text}${isAbsent(i + from) ? '?' : ''}.${name}`, base);
}

function emitPlain(text: string, of: PlainOf, { imports }: FunctionEmitter): string {
  switch (of) {
    case 'varint':
      return `${imports.runtime('withoutPadding')}(${text})`;
    case 'float':
      return `${imports.runtime('withoutPayload')}(${text})`;
    case 'boolean':
      return `Boolean(${text})`;
  }
}

/** A number or text as an operand: NaN where it is absent, as nothing is less or more than that. */
export function emitNumber(
  expression: Expression,
  emitter: FunctionEmitter,
  outer?: Expression['op'],
  isRight = false,
): string {
  if (!mayBeAbsent(expression, emitter)) {
    return outer === undefined
      ? emitExpression(expression, emitter)
      : emitOperand(expression, emitter, outer, isRight);
  }
  const present = `${emitOperand(expression, emitter)} ?? Number.NaN`;
  return outer === undefined ? present : `(${present})`;
}

const EXACT = { plus: 'exactSum', minus: 'exactDifference', times: 'exactProduct' } as const;

function emitArithmetic(
  op: 'plus' | 'minus' | 'times' | 'div',
  left: Expression,
  right: Expression,
  emitter: FunctionEmitter,
): string {
  const called = (name: string): string =>
    `${name}(${emitNumber(left, emitter)}, ${emitNumber(right, emitter)})`;
  if (op === 'div') return called(emitter.imports.runtime('exactQuotient'));
  const expression: Expression = { op, left, right };
  if (typeOfExpression(expression, emitter) === 'bigint') {
    // NaN stands for a bigint that there is not
    if (mayBeInexact(expression, emitter)) return called(emitter.imports.runtime(EXACT[op]));
  } else if (givesNegativeZero(op, { left, right }, emitter)) {
    return `${emitter.imports.runtime('normalizeZero')}(${emitInfix(op, left, right, emitter)})`;
  }
  return emitInfix(op, left, right, emitter);
}

function emitInfix(
  op: 'plus' | 'minus' | 'times',
  left: Expression,
  right: Expression,
  emitter: FunctionEmitter,
): string {
  return `${emitNumber(left, emitter, op)} ${OPERATORS[op]} ${emitNumber(right, emitter, op, true)}`;
}

function emitStartsWith({ left, right }: Binary, emitter: FunctionEmitter): string {
  const start = emitExpression(right, emitter);
  const isStart = mayBeAbsent(left, emitter)
    ? `${emitOperand(left, emitter)}?.startsWith(${start}) === true`
    : `${emitOperand(left, emitter)}.startsWith(${start})`;
  return mayBeAbsent(right, emitter) ? `${emitOperand(right, emitter)} !== undefined && ${isStart}` : isStart;
}

type EmitOperand = (
  e: Expression,
  emitter: FunctionEmitter,
  outer?: Expression['op'],
  isRight?: boolean,
) => string;

function emitJoined({ op, left, right }: Binary, emitter: FunctionEmitter, emit: EmitOperand): string {
  const symbol = op === 'and' ? '&&' : '||';
  return `${emit(left, emitter, op)} ${symbol} ${emit(right, emitter, op, true)}`;
}

/** A boolean as an operand, where its value counts. */
function emitBoolean(
  expression: Expression,
  emitter: FunctionEmitter,
  outer?: Expression['op'],
  isRight = false,
): string {
  return mayBeAbsent(expression, emitter)
    ? `${emitOperand(expression, emitter)} === true`
    : emitOperand(expression, emitter, outer, isRight);
}

/** The same as an operand. */
export function emitConditionOperand(
  expression: Expression,
  emitter: FunctionEmitter,
  outer?: Expression['op'],
  isRight = false,
): string {
  return inParentheses(expression, emitCondition(expression, emitter), emitter, outer, isRight);
}

/** A comparison of what is not a scalar, by its content. */
function emitContentEquality(expression: Expression, isNegated: boolean, emitter: FunctionEmitter): string {
  const [left = '', right = ''] = operands(expression).map((side) => emitExpression(side, emitter));
  const sign = (expression.op === 'ne') === isNegated ? '' : '!';
  const { struct, structs } = emitter;
  const args = [left, right, ...emitNotCompared(keysNotCompared(expression, { struct, structs }), emitter)];
  return `${sign}${emitter.imports.runtime('equalValues')}(${args.join(', ')})`;
}

/** How tightly operators bind; what is not here is an atom or a call. */
const PRECEDENCE: Readonly<Partial<Record<Expression['op'], number>>> = {
  choose: 0,
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  present: 3,
  lt: 4,
  le: 4,
  gt: 4,
  ge: 4,
  plus: 5,
  minus: 5,
  byteLength: 5,
  offsetOf: 5,
  times: 6,
};

/** Whether a text is one call of a function. */
function isCall(text: string): boolean {
  if (!/^[\w.]+\(.*\)$/.test(text)) return false;
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '(') depth++;
    if (character === ')' && --depth === 0) return at === [...text].length - 1;
  }
  return false;
}

/** An operand: in parentheses where it would be read otherwise, or where a person would have to think. */
export function emitOperand(
  expression: Expression,
  emitter: FunctionEmitter,
  outer?: Expression['op'],
  isRight = false,
): string {
  return inParentheses(expression, emitExpression(expression, emitter), emitter, outer, isRight);
}

function inParentheses(
  expression: Expression,
  text: string,
  emitter: FunctionEmitter,
  outer: Expression['op'] | undefined,
  isRight: boolean,
): string {
  const standing = standingFor(expression, emitter);
  const { op } = standing;
  const isAtom =
    isCall(text) ||
    op === 'not' ||
    comparesContent(standing, emitter) ||
    /^!?[\w.?]+(?:\([^()]*\))?$|^'[^']*'$|^\/.*\/\.test\([\w.]+\)$/.test(text);
  const inner = PRECEDENCE[op] ?? 0;
  const around = (outer && PRECEDENCE[outer]) ?? 7;
  const isPlain =
    inner > around && !(outer === 'or' && op === 'and') && !(around >= 3 && around <= 4 && inner <= 4);
  const isChain =
    inner === around &&
    !isRight &&
    (outer === 'and' || outer === 'or' || outer === 'plus' || outer === 'minus' || outer === 'times');
  return isAtom || isPlain || isChain ? text : `(${text})`;
}

/** What is emitted for an expression: a derived field stands for its formula, where no variable holds it. */
function standingFor(expression: Expression, emitter: FunctionEmitter): Expression {
  const [name = '', ...rest] = expression.op === 'field' ? expression.path : [];
  if (name === '' || rest.length > 0 || emitter.locals.has(name)) return expression;
  const field = emitter.struct.fields.find((candidate) => candidate.name === name);
  return field?.visibility === 'derived' && field.encode !== undefined
    ? standingFor(field.encode, emitter)
    : expression;
}
