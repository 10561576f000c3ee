import type { StructIR } from '../../ir/schema.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import { repair } from '../constraints/repair.js';
import { Unsatisfiable } from './generation-budget.js';

/** The checks that cannot be evaluated yet, as they depend on fields that have not been generated. */
export class PendingChecks {
  readonly #all: StructIR['checks'];
  #pending: StructIR['checks'];
  readonly #scope: GenerationScope;

  constructor({ checks }: StructIR, scope: GenerationScope) {
    this.#all = checks;
    this.#pending = checks;
    this.#scope = scope;
  }

  /** Corrects values so that failing equality checks hold. */
  repair(): void {
    for (const { holds } of this.#pending) {
      if (this.#scope.isKnown(holds) && !this.#scope.evaluate(holds)) repair(holds, this.#scope);
    }
  }

  /** The requirement of the first check that fails so far. */
  firstFailure(): string | undefined {
    return this.#pending.find(({ holds }) => this.#scope.isKnown(holds) && !this.#scope.evaluate(holds))
      ?.message;
  }

  /** Evaluates all checks again. @throws Unsatisfiable if one fails */
  repeat(): void {
    this.#pending = this.#all;
    this.pass();
  }

  /** Evaluates and removes the checks that are due. @throws Unsatisfiable if one fails */
  pass(): void {
    const failed = this.firstFailure();
    if (failed !== undefined) throw new Unsatisfiable(failed);
    this.#pending = this.#pending.filter(({ holds }) => !this.#scope.isKnown(holds));
  }
}
