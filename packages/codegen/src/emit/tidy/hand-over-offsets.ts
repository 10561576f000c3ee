import { ts } from 'ts-morph';
import type { Binding, Use } from './binding.js';
import type { Edits } from './edits.js';
import { isHarmless } from './is-harmless.js';
import type { Names, StatementList } from './resolve-names.js';

/** Statements that have become the declarations of variables, which were declared further up. */
export type LaterDeclarations = Map<Binding, ts.Statement>;

/**
 * Leaves out assignments between a local variable and a member, such as `offset` and `input.offset`, that change nothing or that nobody
 * sees: emitters of nodes hand the offset over on their own, and do not know what stands in front of and behind them.
 *
 * @returns whether a variable is not read any more by that
 */
export function handOverOffsets(
  { bindings, lists }: Names,
  edits: Edits,
  declaredLater: LaterDeclarations,
): boolean {
  let isOneUnread = false;
  for (const binding of bindings) {
    if (!binding.isRead || binding.isCaptured || !isLocalVariable(binding)) continue;
    const rule = new HandOver(binding, edits, declaredLater);
    rule.apply(listsOf(binding, lists).filter(({ item }) => item.isLive));
    isOneUnread ||= !binding.uses.some((use) => isThere(use) && use.kind === 'read');
  }
  return isOneUnread;
}

/** A variable that is handed from one statement to the next. */
interface Assigned {
  readonly value: ts.Expression;
  /** `=`, or `+=`. */
  readonly isAdded: boolean;
}

class HandOver {
  readonly #binding: Binding;
  readonly #edits: Edits;
  readonly #declaredLater: LaterDeclarations;
  /** Statements that have been handed a value in the variable's place. */
  readonly #changed = new Set<ts.Statement>();

  constructor(binding: Binding, edits: Edits, declaredLater: LaterDeclarations) {
    this.#binding = binding;
    this.#edits = edits;
    this.#declaredLater = declaredLater;
  }

  apply(lists: readonly StatementList[]): void {
    for (const list of lists) backwards(list, (at) => this.#dropEcho(list, at));
    for (const list of lists) backwards(list, (at) => this.#dropUnseen(list, at));
    for (const list of lists) this.#declareLater(list);
    // last: what is passed on is not where its names say any more
    for (const list of lists) backwards(list, (at) => this.#passOn(list, at));
  }

  /** `offset = input.offset; input.offset = offset;`: the second changes nothing. */
  #dropEcho(list: StatementList, at: number): void {
    const statement = list.statements[at];
    const assigned = this.#assigned(statement);
    if (statement === undefined || this.#edits.isRemoved(statement)) return;
    if (assigned === undefined || assigned.isAdded || !isMember(assigned.value)) return;
    const member = assigned.value.getText();
    const [base = ''] = member.split('.');
    for (const next of this.#after(list, at)) {
      if (this.#storedIn(next) === member) {
        this.#take(next);
        return;
      }
      if (mentions(next, base) || this.#isWritten(next)) return;
    }
  }

  /** An assignment whose value is replaced by another before anything reads it. */
  #dropUnseen(list: StatementList, at: number): void {
    const statement = list.statements[at];
    if (statement === undefined || this.#edits.isRemoved(statement)) return;
    const assigned = this.#assigned(statement);
    if (assigned === undefined || !ts.isExpressionStatement(statement) || !isHarmless(assigned.value)) return;
    if (this.#isUnseen(list, at)) this.#take(statement);
  }

  /** `let offset = input.offset;` whose value nothing reads before it is assigned another: that is where it is declared. */
  #declareLater(list: StatementList): void {
    const { declaration } = this.#binding;
    const statement = declaration.parent.parent;
    if (!ts.isVariableStatement(statement) || this.#edits.isRemoved(statement)) return;
    const at = list.statements.indexOf(statement);
    if (at < 0) return;
    const assigned = this.#assigned(statement);
    const isTyped = ts.isVariableDeclaration(declaration) && declaration.type !== undefined;
    if (assigned === undefined || isTyped || !isHarmless(assigned.value)) return;
    for (const next of this.#after(list, at)) {
      if (!this.#isIn(next)) continue;
      const first = this.#assigned(next);
      if (first === undefined || first.isAdded || this.#readIn(first.value)) return;
      this.#declaredLater.set(this.#binding, next);
      this.#edits.removeStatement(statement);
      for (const use of this.#usesIn(next)) use.isGone = true;
      return;
    }
  }

  /** `offset += 4; input.offset = offset;`, and `offset` is not read after that: `input.offset = offset + 4;`. */
  #passOn(list: StatementList, at: number): void {
    const statement = list.statements[at];
    const assigned = this.#assigned(statement);
    if (statement === undefined || assigned === undefined || this.#edits.isRemoved(statement)) return;
    if (!ts.isExpressionStatement(statement)) return;
    const next = this.#after(list, at).next().value;
    if (next === undefined || this.#changed.has(next) || hasComment(statement, next)) return;
    const target = this.#handedOn(next);
    if (target === undefined || (assigned.isAdded && !isSum(assigned.value))) return;
    if (!this.#isUnseen(list, list.statements.indexOf(next))) return;
    const isDeclared = this.#declaredLater.get(this.#binding) === statement;
    if (isDeclared && this.#binding.uses.some((use) => isThere(use) && use.node !== target)) return;
    const text = assigned.value.getText();
    this.#edits.replace(
      target.getStart(),
      target.end,
      assigned.isAdded ? `${target.getText()} + ${text}` : text,
    );
    this.#changed.add(next);
    if (isDeclared) this.#declaredLater.delete(this.#binding);
    this.#edits.removeStatement(statement);
    for (const use of this.#binding.uses) {
      const isAssigned = use.statement === statement && use.kind === 'write';
      if (isAssigned || (!assigned.isAdded && use.node === target)) use.isGone = true;
    }
  }

  /** Whether nothing reads what the variable holds behind a statement of a list. */
  #isUnseen(list: StatementList, at: number): boolean {
    if (this.#isInTry(list)) return false;
    const statement = list.statements[at];
    if (statement !== undefined && ts.isReturnStatement(statement)) return true;
    for (const next of this.#after(list, at)) {
      if (!this.#isIn(next)) {
        if (leadsElsewhere(next)) return false;
        if (ts.isReturnStatement(next) || ts.isThrowStatement(next)) return true;
        continue;
      }
      const assigned = this.#assigned(next);
      return assigned !== undefined && !assigned.isAdded && !this.#readIn(assigned.value);
    }
    return list.bodyOf !== undefined && list.bodyOf === this.#binding.owner;
  }

  /** Statements behind one, as far as they are still there. */
  *#after(list: StatementList, at: number): Generator<ts.Statement, undefined> {
    for (const next of list.statements.slice(at + 1)) if (!this.#edits.isRemoved(next)) yield next;
  }

  /** What a statement assigns to the variable, if it does no more than that. */
  #assigned(statement: ts.Statement | undefined): Assigned | undefined {
    if (statement === undefined) return undefined;
    if (ts.isVariableStatement(statement)) {
      const [only, ...more] = statement.declarationList.declarations;
      const value = only === this.#binding.declaration && more.length === 0 ? only?.initializer : undefined;
      return value && { value, isAdded: false };
    }
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression))
      return undefined;
    const { left, right, operatorToken } = statement.expression;
    if (!this.#isVariable(left)) return undefined;
    if (operatorToken.kind === ts.SyntaxKind.EqualsToken) return { value: right, isAdded: false };
    return operatorToken.kind === ts.SyntaxKind.PlusEqualsToken ? { value: right, isAdded: true } : undefined;
  }

  /** The member that a statement assigns the variable to, and that is all it does. */
  #storedIn(statement: ts.Statement): string | undefined {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression))
      return undefined;
    const { left, right, operatorToken } = statement.expression;
    const isStored =
      operatorToken.kind === ts.SyntaxKind.EqualsToken && isMember(left) && this.#isVariable(right);
    return isStored ? left.getText() : undefined;
  }

  /** Where a statement hands the variable on and does no more: to a member, or to the caller. */
  #handedOn(statement: ts.Statement): ts.Node | undefined {
    if (this.#storedIn(statement) !== undefined && ts.isExpressionStatement(statement))
      return ts.isBinaryExpression(statement.expression) ? statement.expression.right : undefined;
    if (!ts.isReturnStatement(statement)) return undefined;
    const { expression } = statement;
    return expression !== undefined && this.#isVariable(expression) ? expression : undefined;
  }

  #isVariable(node: ts.Node): boolean {
    const { uses } = this.#binding;
    return uses[firstFrom(uses, node.pos)]?.node === node;
  }

  #usesIn(node: ts.Node): readonly Use[] {
    const { uses } = this.#binding;
    const found: Use[] = [];
    for (let at = firstFrom(uses, node.pos); at < uses.length; at++) {
      const use = uses[at];
      if (use === undefined || use.node.end > node.end) break;
      if (isThere(use)) found.push(use);
    }
    return found;
  }

  #isIn(node: ts.Node): boolean {
    return this.#usesIn(node).length > 0 || node === this.#binding.declaration.parent.parent;
  }

  #readIn(node: ts.Node): boolean {
    return this.#usesIn(node).some(({ kind }) => kind === 'read');
  }

  #isWritten(node: ts.Node): boolean {
    return this.#usesIn(node).some(({ kind }) => kind === 'write');
  }

  /** Whether code of this function may go on, or read the variable, after something is thrown in a list. */
  #isInTry(list: StatementList): boolean {
    let node: ts.Node | undefined = list.statements[0];
    for (; node !== undefined && node !== this.#binding.owner; node = node.parent) {
      const { parent } = node;
      if (parent === undefined || !ts.isTryStatement(parent) || parent.tryBlock !== node) continue;
      const last = parent.catchClause?.block.statements.at(-1);
      const isLeft = last !== undefined && (ts.isThrowStatement(last) || ts.isReturnStatement(last));
      if (!isLeft || parent.finallyBlock !== undefined || this.#isIn(last.parent)) return true;
    }
    return false;
  }

  #take(statement: ts.Statement): void {
    for (const use of this.#usesIn(statement)) use.isGone = true;
    this.#edits.removeStatement(statement);
  }
}

const isThere = ({ item, isGone }: Use): boolean => item.isLive && !isGone;

function isLocalVariable({ kind, declaration, owner }: Binding): boolean {
  return kind === 'variable' && owner !== undefined && ts.isVariableDeclaration(declaration);
}

/** The lists of statements in which a variable is declared or used, or that hold such a list. */
function listsOf(
  { declaration, owner, uses }: Binding,
  lists: ReadonlyMap<ts.Node, StatementList>,
): readonly StatementList[] {
  const found = new Set<StatementList>();
  for (const { node: start } of [{ node: declaration }, ...uses]) {
    for (let node: ts.Node = start; node !== owner; node = node.parent) {
      const list = lists.get(node);
      if (list === undefined) continue;
      if (found.has(list)) break; // so are those around it
      found.add(list);
    }
  }
  return [...found];
}

function backwards({ statements }: StatementList, visit: (at: number) => void): void {
  for (let at = statements.length - 1; at >= 0; at--) visit(at);
}

/** The first use from a place of the text on. */
function firstFrom(uses: readonly Use[], pos: number): number {
  let [low, high] = [0, uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle]?.node.pos ?? 0) < pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `a.b`, which nothing stands behind but what was assigned to it. */
function isMember(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
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

/** Whether a comment stands between two statements. */
function hasComment(before: ts.Node, behind: ts.Node): boolean {
  return before.getSourceFile().text.slice(before.end, behind.getStart()).trim() !== '';
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) ?? false;
}

/** Whether a statement may go on somewhere else than behind itself, within the function. */
function leadsElsewhere(node: ts.Node): boolean {
  if (ts.isBreakOrContinueStatement(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => leadsElsewhere(child) || undefined) ?? false;
}
