import type { StructIR } from '../../ir/schema.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import { repair } from '../constraints/repair.js';
import { Unsatisfiable } from './generation-budget.js';

/** The checks that could not be made yet, as they speak of fields that were not drawn. */
export class PendingChecks {
  readonly #all: StructIR['checks'];
  #pending: StructIR['checks'];
  readonly #scope: GenerationScope;

  constructor({ checks }: StructIR, scope: GenerationScope) {
    this.#all = checks;
    this.#pending = checks;
    this.#scope = scope;
  }

  /** Sets right what checks that fail by now demand to be equal. */
  repair(): void {
    for (const { holds } of this.#pending) {
      if (this.#scope.isKnown(holds) && !this.#scope.evaluate(holds)) repair(holds, this.#scope);
    }
  }

  /** What the first check that fails by now demands. */
  firstFailure(): string | undefined {
    return this.#pending.find(({ holds }) => this.#scope.isKnown(holds) && !this.#scope.evaluate(holds))
      ?.message;
  }

  /** Makes all checks anew. @throws Unsatisfiable where one fails. */
  repeat(): void {
    this.#pending = this.#all;
    this.pass();
  }

  /** Ticks off the checks that can be made by now. @throws Unsatisfiable where one fails. */
  pass(): void {
    const failed = this.firstFailure();
    if (failed !== undefined) throw new Unsatisfiable(failed);
    this.#pending = this.#pending.filter(({ holds }) => !this.#scope.isKnown(holds));
  }
}
