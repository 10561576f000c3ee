import { ts } from 'ts-morph';
import { assignedTo, isMember, storedIn } from './assignments.js';
import type { Binding } from './binding.js';
import { hasComment } from './control-flow.js';
import { toldAlready } from './drop-told.js';
import type { Edits } from './edits.js';
import { isHarmless } from './is-harmless.js';
import type { Liveness } from './liveness.js';
import { livenessOf } from './liveness.js';
import type { Names, StatementList } from './resolve-names.js';
import { isThere, isUseOf, readsIn, usesIn } from './uses-in.js';

/** Statements that have become the declarations of variables, which were declared further up. */
export type LaterDeclarations = Map<Binding, ts.Statement>;

/**
 * Leaves out assignments between a local variable and a member, such as `offset` and `input.offset`, that change nothing or that nobody
 * sees: emitters of nodes hand the offset over on their own, and do not know what stands in front of and behind them.
 *
 * @returns whether a name is no longer read as a result
 */
export function handOverOffsets(
  { bindings, lists }: Names,
  edits: Edits,
  declaredLater: LaterDeclarations,
): boolean {
  const byFunction = new Map<ts.Node | undefined, Binding[]>();
  for (const binding of bindings) {
    const known = byFunction.get(binding.owner);
    if (known === undefined) byFunction.set(binding.owner, [binding]);
    else known.push(binding);
  }
  const rules: HandOver[] = [];
  for (const variable of bindings) {
    const body = bodyOf(variable);
    if (!variable.isRead || variable.isCaptured || body === undefined) continue;
    if (lists.get(body)?.item.isLive !== true) continue;
    const others = byFunction.get(variable.owner) ?? [];
    const take = (statement: ts.Statement): void => {
      for (const one of others) for (const use of usesIn(one, statement)) use.isGone = true;
      edits.removeStatement(statement);
    };
    toldAlready(variable, body.statements, others).forEach(take);
    const liveness = livenessOf(variable, body.statements, (one) => edits.isRemoved(one));
    liveness.unseen.forEach(take);
    rules.push(new HandOver(variable, liveness, edits, declaredLater));
  }
  // last: what is passed on is not where its names say any more
  for (const rule of rules) rule.apply(lists);
  return [...byFunction].some(([owner, locals]) => owner !== undefined && locals.some(isUnread));
}

/** Whether nothing reads a name any more that was read. */
function isUnread({ isRead, uses }: Binding): boolean {
  return isRead && !uses.some((use) => isThere(use) && use.kind === 'read');
}

/** The body of the function that a variable is local to. */
function bodyOf({ kind, declaration, owner }: Binding): ts.Block | undefined {
  if (kind !== 'variable' || owner === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  if (!ts.isFunctionLike(owner) || !('body' in owner) || owner.body === undefined) return undefined;
  return ts.isBlock(owner.body) ? owner.body : undefined;
}

/** What is said further down, or at once, of a variable whose assignments are all needed. */
class HandOver {
  readonly #variable: Binding;
  readonly #liveness: Liveness;
  readonly #edits: Edits;
  readonly #declaredLater: LaterDeclarations;

  constructor(variable: Binding, liveness: Liveness, edits: Edits, declaredLater: LaterDeclarations) {
    this.#variable = variable;
    this.#liveness = liveness;
    this.#edits = edits;
    this.#declaredLater = declaredLater;
  }

  apply(lists: ReadonlyMap<ts.Node, StatementList>): void {
    const around = this.#listsAround(lists);
    for (const list of around) this.#declareLater(list);
    for (const list of around) this.#passOn(list);
  }

  /** The lists of statements in which the variable is declared or used. */
  #listsAround(lists: ReadonlyMap<ts.Node, StatementList>): readonly StatementList[] {
    const { declaration, owner, uses } = this.#variable;
    const found = new Set<StatementList>();
    for (const { node: start } of [{ node: declaration }, ...uses]) {
      for (let node: ts.Node = start; node !== owner; node = node.parent) {
        const list = lists.get(node);
        if (list === undefined) continue;
        if (found.has(list)) break; // so are those around it
        if (list.item.isLive) found.add(list);
      }
    }
    return [...found];
  }

  /** `let offset = input.offset;` whose value nothing reads before it is assigned another: that is where it is declared. */
  #declareLater({ statements }: StatementList): void {
    const { declaration } = this.#variable;
    const statement = declaration.parent.parent;
    if (!ts.isVariableStatement(statement) || this.#edits.isRemoved(statement)) return;
    const at = statements.indexOf(statement);
    if (at < 0) return;
    const assigned = assignedTo(this.#variable, statement);
    const isTyped = ts.isVariableDeclaration(declaration) && declaration.type !== undefined;
    if (assigned === undefined || isTyped || !isHarmless(assigned.value)) return;
    const next = this.#there(statements.slice(at + 1)).find((one) => usesIn(this.#variable, one).length > 0);
    if (next === undefined) return;
    const first = assignedTo(this.#variable, next);
    if (first === undefined || first.isAdded || readsIn(this.#variable, first.value)) return;
    this.#declaredLater.set(this.#variable, next);
    this.#edits.removeStatement(statement);
    for (const use of usesIn(this.#variable, next)) use.isGone = true;
  }

  /** `offset += 4; input.offset = offset;`, and `offset` is not read after that: `input.offset = offset + 4;`. */
  #passOn(list: StatementList): void {
    const statements = this.#there(list.statements);
    for (const [index, statement] of statements.entries()) {
      const next = statements[index + 1];
      const assigned = assignedTo(this.#variable, statement);
      if (next === undefined || assigned === undefined || !ts.isExpressionStatement(statement)) continue;
      if (assigned.isAdded && !isSum(assigned.value)) continue;
      const target = this.#handedOn(next);
      const isReturned = ts.isReturnStatement(next);
      if (target === undefined || (isReturned && hasComment(statement, next))) continue;
      if (this.#liveness.askedBehind.has(next)) continue;
      const isDeclared = this.#declaredLater.get(this.#variable) === statement;
      if (isDeclared && this.#variable.uses.some((use) => isThere(use) && use.node !== target)) continue;
      this.#join(statement, next, target);
      if (isDeclared) this.#declaredLater.delete(this.#variable);
      for (const use of this.#variable.uses) {
        const isAssigned = use.statement === statement && use.kind === 'write';
        if (isAssigned || (!assigned.isAdded && use.node === target)) use.isGone = true;
      }
    }
  }

  /** Puts the value that is assigned where it is handed on. What is said in between is said behind that. */
  #join(statement: ts.Statement, next: ts.Statement, target: ts.Node): void {
    const assigned = assignedTo(this.#variable, statement);
    if (assigned === undefined) return;
    const value = `${assigned.isAdded ? `${target.getText()} + ` : ''}${assigned.value.getText()}`;
    if (ts.isReturnStatement(next)) {
      this.#edits.replace(target.getStart(), target.end, value);
      this.#edits.removeStatement(statement);
      return;
    }
    const text = next.getText();
    const at = target.getStart() - next.getStart();
    this.#edits.replace(
      statement.getStart(),
      statement.end,
      text.slice(0, at) + value + text.slice(target.end - next.getStart()),
    );
    this.#edits.removeStatement(next);
  }

  /** Where a statement hands the variable on and does no more: to a member, or to the caller. */
  #handedOn(statement: ts.Statement): ts.Node | undefined {
    if (storedIn(this.#variable, statement) !== undefined && ts.isExpressionStatement(statement))
      return ts.isBinaryExpression(statement.expression) ? statement.expression.right : undefined;
    if (!ts.isReturnStatement(statement)) return undefined;
    const { expression } = statement;
    return expression !== undefined && isUseOf(this.#variable, expression) ? expression : undefined;
  }

  #there(statements: readonly ts.Statement[]): readonly ts.Statement[] {
    return statements.filter((one) => !this.#edits.isRemoved(one));
  }
}

/** Something that can be added without brackets around it. */
function isSum(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || ts.isNumericLiteral(node) || isMember(node) || ts.isCallExpression(node))
    return true;
  return (
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.PlusToken, ts.SyntaxKind.AsteriskToken].includes(node.operatorToken.kind) &&
    isSum(node.left) &&
    isSum(node.right)
  );
}
