import { ts } from 'ts-morph';
import { assignedTo } from './assignments.js';
import type { Binding } from './binding.js';
import { endsEarly, headOf, isLoop, statementsIn } from './control-flow.js';
import { isHarmless } from './is-harmless.js';
import { readsIn } from './uses-in.js';

/** Where a variable's value is read before it gets another one. */
export interface Liveness {
  /** Assignments of a value that nothing reads. */
  readonly unseen: ReadonlySet<ts.Statement>;
  /** Statements behind which the value is read, or may be where an error is caught. */
  readonly askedBehind: ReadonlySet<ts.Statement>;
}

/** Follows a function's statements backwards, to find what its variable is read for. */
export function livenessOf(
  variable: Binding,
  body: readonly ts.Statement[],
  isRemoved: (statement: ts.Statement) => boolean,
): Liveness {
  const following = new Following(variable, isRemoved);
  following.before(body, { behind: false, left: false, again: false, caught: false });
  return following;
}

/** Whether the value is read: behind some statements, where `break` and `continue` lead, and where an error is caught. */
interface Asked {
  readonly behind: boolean;
  readonly left: boolean;
  readonly again: boolean;
  readonly caught: boolean;
}

class Following implements Liveness {
  readonly unseen = new Set<ts.Statement>();
  readonly askedBehind = new Set<ts.Statement>();
  readonly #variable: Binding;
  readonly #isRemoved: (statement: ts.Statement) => boolean;
  #isTrial = false;

  constructor(variable: Binding, isRemoved: (statement: ts.Statement) => boolean) {
    this.#variable = variable;
    this.#isRemoved = isRemoved;
  }

  /** Whether the value that there is before some statements is read. */
  before(statements: readonly ts.Statement[], asked: Asked): boolean {
    return statements.reduceRight(
      (behind, statement) =>
        this.#isRemoved(statement) ? behind : this.#beforeOne(statement, { ...asked, behind }),
      asked.behind,
    );
  }

  #beforeOne(statement: ts.Statement, asked: Asked): boolean {
    const { behind, caught } = asked;
    if (!this.#isTrial && (behind || caught)) this.askedBehind.add(statement);
    if (ts.isBlock(statement)) return this.before(statement.statements, asked);
    if (ts.isIfStatement(statement)) return this.#beforeIf(statement, asked);
    if (isLoop(statement)) return this.#beforeLoop(statement, asked);
    if (ts.isSwitchStatement(statement)) return this.#beforeSwitch(statement, asked);
    if (ts.isTryStatement(statement)) return this.#beforeTry(statement, asked);
    if (ts.isBreakStatement(statement)) return asked.left;
    if (ts.isContinueStatement(statement)) return asked.again;
    if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return this.#reads(statement);
    const assigned = assignedTo(this.#variable, statement);
    if (assigned === undefined) return behind || this.#reads(statement);
    const isUnseen = !behind && !caught && ts.isExpressionStatement(statement) && isHarmless(assigned.value);
    if (isUnseen && !this.#isTrial) this.unseen.add(statement);
    if (isUnseen) return false;
    return (assigned.isAdded && behind) || this.#reads(assigned.value);
  }

  #reads(node: ts.Node): boolean {
    return readsIn(this.#variable, node);
  }

  #beforeIf({ expression, thenStatement, elseStatement }: ts.IfStatement, asked: Asked): boolean {
    const then = this.before(statementsIn(thenStatement), asked);
    const otherwise = elseStatement === undefined ? asked.behind : this.before([elseStatement], asked);
    return then || otherwise || this.#reads(expression);
  }

  #beforeLoop(loop: Parameters<typeof headOf>[0], asked: Asked): boolean {
    const body = statementsIn(loop.statement);
    const inHead = headOf(loop).some((node) => this.#reads(node));
    const atEnd = { ...asked, left: asked.behind };
    const isAskedOnce = asked.behind || inHead;
    const wasTrial = this.#isTrial;
    this.#isTrial = true;
    const once = this.before(body, { ...atEnd, behind: isAskedOnce, again: isAskedOnce });
    this.#isTrial = wasTrial;
    const again = isAskedOnce || once;
    return this.before(body, { ...atEnd, behind: again, again }) || again;
  }

  #beforeSwitch({ expression, caseBlock: { clauses } }: ts.SwitchStatement, asked: Asked): boolean {
    let isAsked = !clauses.some(ts.isDefaultClause) && asked.behind;
    let next = asked.behind;
    for (const { statements } of [...clauses].reverse()) {
      const behind = endsEarly(statements) ? false : next;
      next = this.before(statements, { ...asked, behind, left: asked.behind });
      isAsked ||= next;
    }
    return isAsked || this.#reads(expression);
  }

  #beforeTry({ tryBlock, catchClause, finallyBlock }: ts.TryStatement, asked: Asked): boolean {
    const behind =
      finallyBlock === undefined ? asked.behind : this.before(finallyBlock.statements, asked) || asked.behind;
    const inCatch =
      catchClause !== undefined && this.before(catchClause.block.statements, { ...asked, behind });
    const caught = asked.caught || inCatch || (finallyBlock !== undefined && behind);
    return this.before(tryBlock.statements, { ...asked, behind, caught }) || caught;
  }
}
