import type { CheckIR, Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import {
  childrenOf,
  constantValue,
  equatedContent,
  isShown,
  operands,
  printExpression,
  visitNodes,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { emitExpression, emitNegation } from '../expressions/emit-expression.js';
import { fieldValue } from '../expressions/field-value.js';
import { decodeFailure, described, encodeFailure } from '../failures.js';
import { quote } from '../names.js';

/** Tests that are due once field number `index` is known. */
export function emitChecks(index: number, emitter: FunctionEmitter): Code {
  return emitter.struct.checks
    .filter(
      (check) => check.after === index && !(emitter.direction === 'write' && isOwnFormula(check, emitter)),
    )
    .flatMap((check): Code => {
      const at = check.field === undefined ? 'start' : (emitter.starts.get(check.field) ?? 'start');
      const below = { ...emitter, path: check.field ?? '' };
      const { holds } = check;
      const isEquation = check.code === 'mismatch' && holds.op === 'eq';
      const content = isEquation ? equatedContent(holds, emitter) : undefined;
      const isHidden = content !== undefined && !isShown(content);
      const expected = isHidden
        ? quote(`the same as ${printExpression(isEquation ? holds.right : holds)}`)
        : isEquation
          ? described(emitExpression(holds.right, emitter), emitter)
          : quote(check.message);
      const found = isHidden
        ? quote('something else')
        : check.field === undefined
          ? "'that it is not so'"
          : described(fieldValue(check.field, emitter), emitter);
      const failure = emitter.direction === 'write' ? encodeFailure : decodeFailure;
      return block(
        `if (${emitNegation(check.holds, { ...emitter, comparedAs: comparedElsewhere(check, emitter) })})`,
        failure(check.code, at, expected, found, below),
      );
    });
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

/** On encode, a derived field that was just computed by a formula needs no test against the same formula. */
function isOwnFormula(check: CheckIR, { struct }: FunctionEmitter): boolean {
  const encode = struct.fields.find((field) => field.name === check.field)?.encode;
  const formula = encode?.op === 'toBigint' ? encode.of : encode; // a 64-bit field is compared as a number
  return (
    check.code === 'mismatch' &&
    check.holds.op === 'eq' &&
    JSON.stringify(check.holds.right) === JSON.stringify(formula)
  );
}

/** Fields whose beginning a later check names. */
export function checkedStarts(emitter: FunctionEmitter): ReadonlySet<string> {
  return new Set(emitter.struct.checks.flatMap((check) => (check.field === undefined ? [] : [check.field])));
}
