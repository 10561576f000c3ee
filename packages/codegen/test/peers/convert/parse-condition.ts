import { Unconverted } from './unconverted.js';

/** A condition or a count, as data. */
export type Syntax =
  | { readonly op: 'number'; readonly value: bigint }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'path'; readonly path: string }
  | { readonly op: Binary; readonly left: Syntax; readonly right: Syntax };

/** Operators, by how tightly they bind: those of the first row least. */
const LEVELS = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/']] as const;

type Binary = (typeof LEVELS)[number][number];

/** `===` is `==`. */
const SPELLINGS: Readonly<Record<string, string>> = { '===': '==', '!==': '!=' };

const TOKEN =
  /\s*(0[xX][\da-fA-F]+|\d+|'[^']*'|"[^"]*"|[A-Za-z_][\w.]*|===|!==|==|!=|<=|>=|&&|\|\||[<>&+\-*/()])/y;

/** Parses an expression over fields. `&` binds more tightly than comparisons, as `flags & 1 == 1` is meant. */
export function parseCondition(text: string): Syntax {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (const source = text.trimEnd(); TOKEN.lastIndex < source.length; ) {
    const [, token] = TOKEN.exec(source) ?? [];
    if (token === undefined) throw new Unconverted('expressions', `the operators of ${text}`);
    tokens.push(SPELLINGS[token] ?? token);
  }
  let next = 0;
  const operand = (): Syntax => {
    const token = tokens[next++] ?? '';
    if (token === '(') {
      const inner = operation(0);
      if (tokens[next++] === ')') return inner;
    } else if (/^\d/.test(token)) return { op: 'number', value: BigInt(token) };
    else if (/^['"]/.test(token)) return { op: 'text', value: token.slice(1, -1) };
    else if (/^\w/.test(token)) return { op: 'path', path: token };
    throw new Unconverted('expressions', text);
  };
  const operation = (level: number): Syntax => {
    const operators: readonly string[] | undefined = LEVELS[level];
    if (operators === undefined) return operand();
    let left = operation(level + 1);
    for (let op = tokens[next]; op !== undefined && operators.includes(op); op = tokens[next]) {
      next += 1;
      left = { op: op as Binary, left, right: operation(level + 1) }; // one of the level's
    }
    return left;
  };
  const whole = operation(0);
  if (next < tokens.length) throw new Unconverted('expressions', text);
  return whole;
}
