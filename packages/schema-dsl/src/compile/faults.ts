import { SchemaError } from '../ir/schema-error.js';
import type { SchemaErrorCode } from '../ir/schema-error-code.js';

/** A schema in which everything is wrong is not listed to its end. */
const MOST = 100;

/** Ends a step in which every fault has been noted already. */
class FaultsNoted extends Error {}

/**
 * The faults of a schema, in the order in which they are found: one a place, as a second one there is often what follows
 * from the first.
 */
export class Faults {
  readonly #found: SchemaError[] = [];
  #ignored: ReadonlySet<SchemaErrorCode> = new Set();

  /** All that have been noted. */
  get found(): readonly SchemaError[] {
    return this.#found;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** Notes a fault, unless what is known of its place explains it. */
  note(fault: SchemaError): void {
    if (this.#found.length >= MOST || this.#ignored.has(fault.code)) return;
    if (!this.#found.some((known) => explains(known, fault))) this.#found.push(fault);
  }

  /** What a step gives, or `undefined` where it fails with a fault, which is noted. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (error instanceof SchemaError) this.note(error);
      else if (!(error instanceof FaultsNoted)) throw error;
      return undefined;
    }
  }

  /** Checks each of several things by itself; says whether none has a fault. */
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

  /** What each of several things becomes. Where some have faults, all are noted before the step around ends. */
  map<T, R>(things: readonly T[], make: (thing: T) => R): readonly R[] {
    const made: R[] = [];
    const isSound = this.each(things, (thing) => {
      made.push(make(thing));
    });
    if (!isSound) throw new FaultsNoted();
    return made;
  }

  /** Runs a step in which faults of some kinds, and only these, follow from what has been noted before. */
  ignoring<T>(codes: ReadonlySet<SchemaErrorCode>, step: () => T): T {
    const outer = this.#ignored;
    this.#ignored = codes;
    try {
      return step();
    } finally {
      this.#ignored = outer;
    }
  }

  /** @throws SchemaError for the first fault, which names the others too. */
  throwIfAny(): void {
    const [first, ...others] = this.#found;
    if (first === undefined) return;
    throw others.length === 0 ? first : new SchemaError(first.code, first.path, first.problem, others);
  }
}

/** Whether a known fault lies at the same place as another one, or around it. A struct as a whole is no such place. */
function explains(known: SchemaError, fault: SchemaError): boolean {
  if (!known.path.includes('.')) return known.message === fault.message;
  return fault.path.startsWith(known.path) && !/^\w/.test(fault.path.slice(known.path.length));
}
