import { SchemaError } from '../ir/schema-error.js';
import type { SchemaErrorCode } from '../ir/schema-error-code.js';

/** The maximum number of faults that are listed for a schema. */
const MOST = 100;

/** Ends a step whose faults have all been noted already. */
class FaultsNoted extends Error {}

/**
 * The faults of a schema, in the order in which they are found: at most one per place, as a second one there often follows
 * from the first.
 */
export class Faults {
  readonly #found: SchemaError[] = [];
  #ignored: ReadonlySet<SchemaErrorCode> = new Set();

  /** All faults noted so far. */
  get found(): readonly SchemaError[] {
    return this.#found;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** Notes a fault, unless a known fault at its place explains it. */
  note(fault: SchemaError): void {
    if (this.#found.length >= MOST || this.#ignored.has(fault.code)) return;
    if (!this.#found.some((known) => explains(known, fault))) this.#found.push(fault);
  }

  /** The result of a step, or `undefined` if it fails with a fault, which is noted. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (error instanceof SchemaError) this.note(error);
      else if (!(error instanceof FaultsNoted)) throw error;
      return undefined;
    }
  }

  /** Checks each item by itself; returns whether none has a fault. */
  each<T>(things: Iterable<T>, check: (thing: T) => void): boolean {
    let isSound = true;
    for (const thing of things) {
      const outcome = this.attempt(() => {
        check(thing);
        return true;
      });
      if (outcome === undefined) isSound = false;
    }
    return isSound;
  }

  /** Maps each item. If some have faults, all are noted before the enclosing step ends. */
  map<T, R>(things: readonly T[], make: (thing: T) => R): readonly R[] {
    const made: R[] = [];
    const isSound = this.each(things, (thing) => {
      made.push(make(thing));
    });
    if (!isSound) throw new FaultsNoted();
    return made;
  }

  /** Runs a step, ignoring faults of the given codes, which follow from faults noted before. */
  ignoring<T>(codes: ReadonlySet<SchemaErrorCode>, step: () => T): T {
    const outer = this.#ignored;
    this.#ignored = codes;
    try {
      return step();
    } finally {
      this.#ignored = outer;
    }
  }

  /** @throws SchemaError for the first fault, which lists the others too */
  throwIfAny(): void {
    const [first, ...others] = this.#found;
    if (first === undefined) return;
    throw others.length === 0 ? first : new SchemaError(first.code, first.path, first.problem, others);
  }
}

/** Whether a known fault lies at the same place as another, or around it. A whole struct does not count as such a place. */
function explains(known: SchemaError, fault: SchemaError): boolean {
  if (!known.path.includes('.')) return known.message === fault.message;
  return fault.path.startsWith(known.path) && !/^\w/.test(fault.path.slice(known.path.length));
}
