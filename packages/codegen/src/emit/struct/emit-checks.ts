import type { BinaryOperator, CheckIR, Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import {
  childrenOf,
  comparesContent,
  constantValue,
  equatedContent,
  formulaLabel,
  isComputed,
  isShown,
  keysNotCompared,
  mayBeInexact,
  mayBeNegativeZero,
  operands,
  printExpression,
  visitNodes,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import { describedOperands } from '../described-operands.js';
import type { FunctionEmitter } from '../emitter.js';
import { emitExpression, emitNegation } from '../expressions/emit-expression.js';
import { emitNotCompared } from '../expressions/emit-not-compared.js';
import { fieldValue } from '../expressions/field-value.js';
import { checkFailure, described } from '../failures.js';
import { hexadecimal, quote, template } from '../names.js';
import { classOfOwnCheck, isClassCheck } from './matched-by-class.js';

/** Tests that are due once field number `index` is known. */
export function emitChecks(index: number, emitter: FunctionEmitter): Code {
  return emitter.struct.checks
    .filter((check) => check.after === index && !isFulfilled(check, emitter))
    .filter((check) => emitter.direction !== 'match' || !isClassCheck(check, emitter.struct))
    .flatMap((check): Code => {
      // nothing has moved the offset before the first field
      const start = index < 0 ? 'offset' : 'start';
      const at = check.field === undefined ? start : (emitter.starts.get(check.field) ?? start);
      const below = { ...emitter, path: check.field ?? '' };
      const inner = { ...emitter, comparedAs: comparedElsewhere(check, emitter) };
      const content = isEquation(check) ? equatedContent(check.holds, emitter) : undefined;
      const isHidden = content !== undefined && !isShown(content);
      const [expected, found] = !isEquation(check)
        ? [quote(check.message), describedOperands(check.holds, check.field, emitter)]
        : isHidden
          ? [unlike(check.holds, emitter)]
          : [
              describedFormula(check.holds.right, emitter),
              described(fieldValue(check.field ?? '', emitter), emitter),
            ];
      return block(
        `if (${isEquation(check) ? emitDifference(check, inner) : emitRefusal(check, inner)})`,
        checkFailure(check.code, at, expected, found, below),
      );
    });
}

/** The condition under which a check does not hold. */
function emitRefusal(check: CheckIR, emitter: FunctionEmitter): string {
  const text = classOfOwnCheck(check, emitter.struct);
  if (text === undefined || check.field === undefined) return emitNegation(check.holds, emitter);
  const { from, to, least } = text;
  const args = [fieldValue(check.field, emitter), hexadecimal(from), hexadecimal(to), String(least)];
  return `!${emitter.imports.runtime('isTextOfClass')}(${args.join(', ')})`;
}

type Equation = CheckIR & { readonly holds: Extract<Expression, { op: BinaryOperator }> };

/** Whether a check holds a derived field to its formula. */
function isEquation(check: CheckIR): check is Equation {
  return check.code === 'mismatch' && check.holds.op === 'eq';
}

/**
 * The condition under which a derived field is not what would be written for it. Numbers are written as they are: -0 is
 * another one than 0, and a NaN that is handed on is what it was, while one that is computed says that nothing is right.
 */
function emitDifference(check: Equation, emitter: FunctionEmitter): string {
  const { holds } = check;
  const { left, right } = holds;
  const isSigned = mayBeNegativeZero(left, emitter) || mayBeNegativeZero(right, emitter);
  if (!isSigned || comparesContent(holds, emitter)) return emitNegation(holds, emitter);
  const found = emitExpression(left, emitter);
  if (emitter.direction === 'write' && isOwnFormula(check, emitter)) return `Number.isNaN(${found})`;
  return isComputed(right)
    ? `${emitNegation(holds, emitter)} || Object.is(${found}, -0)`
    : `!Object.is(${found}, ${emitExpression(right, emitter)})`;
}

/** A formula and what it gives, as a template: `byteLength(body) = 4`. */
function describedFormula(formula: Expression, emitter: FunctionEmitter): string {
  const value = emitExpression(formula, emitter);
  const isExact = !isComputed(formula) || !mayBeInexact(formula, emitter);
  const text = isExact ? described(value, emitter) : `${emitter.imports.runtime('describeResult')}(${value})`;
  return template([formulaLabel(formula), { expression: text }]);
}

/** Both texts for anything but a scalar: where the two sides first differ. */
function unlike(equation: Equation['holds'], emitter: FunctionEmitter): string {
  const { left, right } = equation;
  const args = [
    emitExpression(left, emitter),
    emitExpression(right, emitter),
    quote(printExpression(right)),
    ...emitNotCompared(keysNotCompared(equation, emitter), emitter),
  ];
  return `...${emitter.imports.runtime('unlikeTexts')}(${args.join(', ')})`;
}

/**
 * The fields that a check holds to constants, with the types of these, as far as the struct compares them elsewhere too:
 * behind the check TypeScript would take them for that constant, and object to any other.
 */
function comparedElsewhere(check: CheckIR, { struct }: FunctionEmitter): ReadonlyMap<string, string> {
  const pinned = pinnedIn(check.holds);
  if (pinned.size === 0) return pinned;
  const others = [
    ...struct.checks.filter((other) => other !== check).map((other) => other.holds),
    ...struct.fields.flatMap(({ node, encode }) => [
      ...(encode === undefined ? [] : [encode]),
      ...expressionsIn(node),
    ]),
  ];
  const used = new Set(others.flatMap(pathsIn));
  return new Map([...pinned].filter(([path]) => used.has(path)));
}

/** The fields that equal constants, or some of several, where a condition is met, or where it is not. */
function pinnedIn(condition: Expression, isMet = true): ReadonlyMap<string, string> {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const [left, right] = [pinnedIn(condition.left, isMet), pinnedIn(condition.right, isMet)];
      const areBoth = (condition.op === 'and') === isMet;
      return areBoth ? new Map([...left, ...right]) : new Map([...left].filter(([path]) => right.has(path)));
    }
    case 'not':
      return pinnedIn(condition.of, !isMet);
    case 'field':
      return new Map([[condition.path.join('.'), 'boolean']]);
    case 'eq':
    case 'ne': {
      const { op, left, right } = condition;
      const isEqual = (op === 'eq') === isMet;
      if (!isEqual || left.op !== 'field' || right.op !== 'constant') return new Map();
      const type = typeof constantValue(right.value);
      return new Map(type === 'object' ? [] : [[left.path.join('.'), type]]); // bytes are compared by a function
    }
    default:
      return new Map();
  }
}

function expressionsIn(node: NodeIR): readonly Expression[] {
  const found: Expression[] = [];
  visitNodes(node, (inner) => found.push(...childrenOf(inner).expressions));
  return found;
}

const pathsIn = (expression: Expression): readonly string[] =>
  expression.op === 'field' ? [expression.path.join('.')] : operands(expression).flatMap(pathsIn);

/** On encode, a derived field that was just computed by a formula needs no test against the same one, if that is exact. */
function isFulfilled(check: CheckIR, emitter: FunctionEmitter): boolean {
  if (emitter.direction !== 'write' || !isEquation(check) || !isOwnFormula(check, emitter)) return false;
  const { left, right } = check.holds;
  // what is not a number of another type is refused when it is written
  return !(mayBeNegativeZero(left, emitter) && isComputed(right) && mayBeInexact(right, emitter));
}

function isOwnFormula(check: CheckIR, { struct }: FunctionEmitter): boolean {
  const encode = struct.fields.find((field) => field.name === check.field)?.encode;
  const formula = encode?.op === 'toBigint' ? encode.of : encode; // a 64-bit field is compared as a number
  return isEquation(check) && JSON.stringify(check.holds.right) === JSON.stringify(formula);
}

/** Fields whose beginning a later check names. */
export function checkedStarts(emitter: FunctionEmitter): ReadonlySet<string> {
  return new Set(emitter.struct.checks.flatMap((check) => (check.field === undefined ? [] : [check.field])));
}
