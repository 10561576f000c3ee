import type { BinaryOperator, Expression } from './expression.js';
import { constantValue } from './expression.js';

const SYMBOLS: Readonly<Record<BinaryOperator, string>> = {
  eq: '=',
  ne: '≠',
  lt: '<',
  le: '≤',
  gt: '>',
  ge: '≥',
  plus: '+',
  minus: '-',
  times: '×',
  div: '÷',
  and: 'and',
  or: 'or',
  startsWith: 'starts with',
};

/** An expression as a person would write it, for messages and documentation. */
export function printExpression(expression: Expression): string {
  switch (expression.op) {
    case 'constant': {
      const value = constantValue(expression.value);
      return typeof value === 'string'
        ? JSON.stringify(value)
        : value instanceof Uint8Array
          ? `bytes ${[...value].join(' ')}`
          : String(value);
    }
    case 'field':
      return expression.path.join('.');
    case 'element':
      return ['element', ...expression.path].join('.');
    case 'parameter':
      return expression.name;
    case 'byteLength':
    case 'count':
    case 'present':
    case 'tagOf':
    case 'offsetOf':
      return `${expression.op}(${expression.field})`;
    case 'not':
      return `not ${nested(expression.of)}`;
    case 'toNumber':
    case 'toBigint':
      return printExpression(expression.of);
    case 'size':
      return `length of ${nested(expression.of)}`;
    case 'afterLast':
      return `${nested(expression.of)} after the last ${JSON.stringify(expression.separator)}`;
    case 'matches':
      return `${nested(expression.of)} matches /${expression.pattern}/`;
    case 'call':
      return `${expression.function.export}(${printExpression(expression.of)})`;
    case 'choose':
      return `${nested(expression.when)} ? ${nested(expression.yes)} : ${nested(expression.no)}`;
    default:
      return `${nested(expression.left)} ${SYMBOLS[expression.op]} ${nested(expression.right)}`;
  }
}

function nested(expression: Expression): string {
  const text = printExpression(expression);
  return /^[\w."()[\]]+$/.test(text) ? text : `(${text})`;
}
