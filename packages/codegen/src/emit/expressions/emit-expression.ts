import type { BinaryOperator, Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import { comparesContent, integerTraits, operands } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { importExternal } from '../external-names.js';
import { known } from '../known.js';
import { quote } from '../names.js';
import { emitConstant } from './emit-constant.js';
import { fieldOffset } from './field-offset.js';
import { fieldPresence } from './field-presence.js';
import { fieldSize } from './field-size.js';
import { fieldTag, fieldValue } from './field-value.js';

const OPERATORS: Readonly<Record<Exclude<BinaryOperator, 'startsWith' | 'div'>, string>> = {
  eq: '===',
  ne: '!==',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  plus: '+',
  minus: '-',
  times: '*',
  and: '&&',
  or: '||',
};

/** An expression of the schema as a TypeScript expression, in the scope of the function being emitted. */
export function emitExpression(expression: Expression, emitter: FunctionEmitter): string {
  const emit = (e: Expression): string => emitOperand(e, emitter);
  if (comparesContent(expression, emitter)) return emitContentEquality(expression, false, emitter);
  switch (expression.op) {
    case 'constant':
      return emitConstant(expression.value);
    case 'field': {
      const [head = '', ...rest] = expression.path;
      const base = fieldValue(head, emitter);
      const optional = isMaybeAbsent(emitter.struct.fields.find((field) => field.name === head)?.node);
      const text = rest.length === 0 ? base : [base, ...rest].join(optional ? '?.' : '.');
      const type = emitter.comparedAs?.get(expression.path.join('.'));
      return type === undefined ? text : `${text} as ${type}`;
    }
    case 'element':
      return [emitter.element ?? 'element', ...expression.path].join('.');
    case 'parameter':
      return known(emitter.parameters, expression.name);
    case 'byteLength':
      return fieldSize(expression.field, emitter);
    case 'offsetOf':
      return fieldOffset(expression.field, emitter);
    case 'count':
      return `${fieldValue(expression.field, emitter)}.length`;
    case 'present':
      return fieldPresence(expression.field, emitter);
    case 'tagOf':
      return fieldTag(expression.field, emitter);
    case 'not':
      return `!${emit(expression.of)}`;
    case 'toNumber':
      return `${emitter.imports.runtime('safeNumber')}(${emitExpression(expression.of, emitter)})`;
    case 'toBigint':
      return `${emitter.imports.runtime('exactBigint')}(${emitExpression(expression.of, emitter)})`;
    case 'size':
      return `${emit(expression.of)}.length`;
    case 'afterLast':
      return `${emitter.imports.runtime('afterLast')}(${emitExpression(expression.of, emitter)}, ${quote(expression.separator)})`;
    case 'matches':
      return `/${expression.pattern.replace(/(^|[^\\])\//g, '$1\\/')}/.test(${emitExpression(expression.of, emitter)})`;
    case 'call':
      return `${emitter.imports.runtime('computeNumber')}(${importExternal(expression.function, emitter)}, ${emitExpression(expression.of, emitter)})`;
    case 'choose':
      return `${emitOperand(expression.when, emitter, 'choose')} ? ${emitOperand(expression.yes, emitter, 'choose')} : ${emitOperand(expression.no, emitter, 'choose')}`;
    case 'startsWith':
      return `${emit(expression.left)}.startsWith(${emitExpression(expression.right, emitter)})`;
    case 'div':
      return `${emitter.imports.runtime('exactQuotient')}(${emitExpression(expression.left, emitter)}, ${emitExpression(expression.right, emitter)})`;
    default:
      return `${emitOperand(expression.left, emitter, expression.op)} ${OPERATORS[expression.op]} ${emitOperand(expression.right, emitter, expression.op, true)}`;
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
  if (expression.op === 'not') return emitExpression(expression.of, emitter);
  // < and >= are no opposites where a side may be NaN
  return `!${emitOperand(expression, emitter)}`;
}

/** A comparison of what is no scalar, by its content. */
function emitContentEquality(expression: Expression, isNegated: boolean, emitter: FunctionEmitter): string {
  const [left = '', right = ''] = operands(expression).map((side) => emitExpression(side, emitter));
  const sign = (expression.op === 'ne') === isNegated ? '' : '!';
  return `${sign}${emitter.imports.runtime('equalValues')}(${left}, ${right})`;
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

/** What is emitted as one call. */
const CALLS: ReadonlySet<Expression['op']> = new Set(['div', 'toNumber', 'toBigint', 'afterLast', 'call']);

/** An operand: in parentheses where it would be read otherwise, or where a person would have to think. */
export function emitOperand(
  expression: Expression,
  emitter: FunctionEmitter,
  outer?: Expression['op'],
  isRight = false,
): string {
  const text = emitExpression(expression, emitter);
  const standing = standingFor(expression, emitter);
  const { op } = standing;
  const isAtom =
    CALLS.has(op) ||
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

/** Whether a field may be absent, so that an expression over it may be `undefined`. */
export function isMaybeAbsent(node: NodeIR | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind === 'bind' || node.kind === 'sized' || node.kind === 'processed')
    return isMaybeAbsent(node.node);
  return node.kind === 'optional' || node.kind === 'peek';
}

/** Whether an expression is a 64-bit one as it stands. */
export function isBigintField(node: NodeIR): boolean {
  return node.kind === 'integer' && integerTraits(node).bigint;
}
