import type { SchemaIR } from '../ir/schema.js';
import { nameOf } from './name-of.js';
import type { Unsatisfiable } from './values/generation-budget.js';

interface Refusal {
  readonly text: string;
  readonly place: string | undefined;
  times: number;
}

/** Why values that were made up could not be used: what to tell when none could. */
export class Refusals {
  readonly #refusals: Map<string, Refusal> = new Map();

  add({ message: text, place }: Unsatisfiable): void {
    const key = `${text} ${String(place)}`;
    const known = this.#refusals.get(key);
    if (known === undefined) this.#refusals.set(key, { text, place, times: 1 });
    else known.times++;
  }

  /** The commonest constraint, where it stands, and how to give what it is about by hand. */
  describe(ir: SchemaIR): string {
    const all = [...this.#refusals.values()].sort((a, b) => b.times - a.times);
    const [commonest = { text: '', place: undefined, times: 0 }] = all;
    const { text, place, times } = commonest;
    const total = all.reduce((sum, refusal) => sum + refusal.times, 0);
    const name = nameOf(ir);
    const where = place === undefined ? '' : ` It is met at ${place}.`;
    const key = place ?? (ir.root.kind === 'struct' ? name : undefined);
    const cure =
      key === undefined
        ? 'write an arbitrary for this schema by hand'
        : `give an arbitrary by hand, as in { arbitraries: { ${JSON.stringify(key)}: fc.constantFrom(…) } }`;
    return (
      `arbitrary(${name}): ${total} values in a row were refused, ${times} of them for this: ${text}.${where} ` +
      `Valid values are too rare to be met by chance; ${cure}.`
    );
  }
}
