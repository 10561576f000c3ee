import { ts } from 'ts-morph';
import type { Member } from './assignments.js';
import { assignedTo, isMember, storedIn } from './assignments.js';
import type { Binding } from './binding.js';
import { headOf, isLoop, leadsElsewhere, leavesFunction, statementsIn } from './control-flow.js';
import { moves } from './moves.js';
import { isUseOf, writesIn } from './uses-in.js';

/** A variable and the member that it is handed over by, such as `offset` and `input.offset`. */
interface Pair {
  readonly variable: Binding;
  readonly object: Binding;
  readonly member: string;
}

/**
 * Statements that hand a variable over to a member, or back, where both hold the same already: a function that begins where
 * the last one stopped need not be told so.
 *
 * @param others names of the same function
 */
export function toldAlready(
  variable: Binding,
  body: readonly ts.Statement[],
  others: readonly Binding[],
): ReadonlySet<ts.Statement> {
  const idle = new Set<ts.Statement>();
  for (const pair of pairsOf(variable, others)) new Telling(pair, idle).go(body, false);
  return idle;
}

function pairsOf(variable: Binding, others: readonly Binding[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { node } of variable.uses) {
    const member = otherSide(node);
    const text = member?.getText();
    if (member === undefined || text === undefined || pairs.has(text)) continue;
    const object = others.find((one) => isUseOf(one, member.expression));
    if (object !== undefined && object.kind !== 'variable')
      pairs.set(text, { variable, object, member: member.name.text });
  }
  return [...pairs.values()];
}

function otherSide(node: ts.Node): Member | undefined {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  const other = parent.left === node ? parent.right : parent.left;
  return isMember(other) ? other : undefined;
}

class Telling {
  readonly #pair: Pair;
  readonly #idle: Set<ts.Statement>;

  constructor(pair: Pair, idle: Set<ts.Statement>) {
    this.#pair = pair;
    this.#idle = idle;
  }

  /** Whether both hold the same behind some statements, if they do or do not before them. */
  go(statements: readonly ts.Statement[], before: boolean): boolean {
    let isTold = before;
    for (const statement of statements)
      if (!this.#idle.has(statement)) isTold = this.#after(statement, isTold);
    return isTold;
  }

  #after(statement: ts.Statement, before: boolean): boolean {
    const { variable } = this.#pair;
    if (ts.isBlock(statement)) return this.go(statement.statements, before);
    if (ts.isIfStatement(statement)) return this.#afterIf(statement, before);
    if (isLoop(statement)) return this.#afterLoop(statement, before);
    if (ts.isSwitchStatement(statement)) return this.#afterSwitch(statement, before);
    if (ts.isTryStatement(statement)) return this.#afterTry(statement, before);
    if (this.#isHandover(statement)) {
      if (before && ts.isExpressionStatement(statement)) this.#idle.add(statement);
      return true;
    }
    return before && !writesIn(variable, statement) && !this.#moves(statement);
  }

  #isHandover(statement: ts.Statement): boolean {
    const { variable, object, member } = this.#pair;
    const assigned = assignedTo(variable, statement);
    const other = assigned?.isAdded === false ? assigned.value : storedIn(variable, statement);
    return (
      other !== undefined &&
      isMember(other) &&
      other.name.text === member &&
      isUseOf(object, other.expression)
    );
  }

  #moves(node: ts.Node): boolean {
    return moves(this.#pair.object, this.#pair.member, node) || writesIn(this.#pair.variable, node);
  }

  #afterIf({ expression, thenStatement, elseStatement }: ts.IfStatement, before: boolean): boolean {
    const entry = before && !this.#moves(expression);
    const branches = [thenStatement, ...(elseStatement === undefined ? [] : [elseStatement])].map(
      statementsIn,
    );
    const told = branches.map((branch) => this.go(branch, entry) || leavesFunction(branch));
    return told.every(Boolean) && (entry || (elseStatement !== undefined && !branches.every(leavesFunction)));
  }

  #afterLoop(loop: Parameters<typeof headOf>[0], before: boolean): boolean {
    const entry = before && !headOf(loop).some((node) => this.#moves(node));
    const body = statementsIn(loop.statement);
    // what holds at the end of a round holds at the beginning of the next one
    const isKept =
      entry && !leadsElsewhere(loop.statement) && new Telling(this.#pair, new Set(this.#idle)).go(body, true);
    this.go(body, isKept);
    return isKept;
  }

  /** Each case begins where the switch does, unless the one in front of it falls through. */
  #afterSwitch({ expression, caseBlock: { clauses } }: ts.SwitchStatement, before: boolean): boolean {
    const entry = before && !this.#moves(expression);
    let after = entry || clauses.some(ts.isDefaultClause);
    let fallsThrough = false;
    for (const { statements } of clauses) {
      if (statements.length === 0) continue;
      const isTold = this.go(statements, entry && !fallsThrough);
      fallsThrough = !leavesFunction(statements) && !breaksLast(statements);
      if (leavesFunction(statements)) continue;
      after &&= isTold && !withoutLastBreak(statements).some(leadsElsewhere);
    }
    return after;
  }

  #afterTry({ tryBlock, catchClause, finallyBlock }: ts.TryStatement, before: boolean): boolean {
    const tried = this.go(tryBlock.statements, before);
    const caught = catchClause?.block.statements ?? [];
    const isToldThen = this.go(caught, false) || leavesFunction(caught);
    if (finallyBlock !== undefined) return this.go(finallyBlock.statements, false);
    return (tried || leavesFunction(tryBlock.statements)) && (catchClause === undefined || isToldThen);
  }
}

function flat(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  return statements.flatMap((one) => (ts.isBlock(one) ? one.statements : [one]));
}

function breaksLast(statements: readonly ts.Statement[]): boolean {
  const last = flat(statements).at(-1);
  return last !== undefined && ts.isBreakStatement(last);
}

function withoutLastBreak(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  return breaksLast(statements) ? flat(statements).slice(0, -1) : statements;
}
