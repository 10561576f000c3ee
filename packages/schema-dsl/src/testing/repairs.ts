import type { EncodeError } from '@bytewright/runtime';
import { memberOf } from '@bytewright/runtime/codec';
import type * as fc from 'fast-check';
import type { Segment } from '../interpreter/path.js';
import { parsePath } from './value-path.js';
import type { Draft, Drafts } from './values/draft.js';
import { GaveUp, Unsatisfiable } from './values/generation-budget.js';

/** How often one struct is redrawn before the enclosing one is. */
const TRIES = 8;
/** The maximum number of redraws for one value. */
const MOST = 256;

/** A generated struct on the path to the rejected part, and its member on that path. */
interface Step {
  readonly draft: Draft;
  readonly member: Segment;
}

/**
 * Corrects a generated value where the encoder rejects it: for constraints that involve the whole, such as a boundary inside a
 * payload, or a byte that a decoder looks at before it is written. A value of many parts would otherwise be valid only if all
 * of them happened to be, which is extremely rare. Works on the value itself; each instance is for one value.
 */
export class Repairs {
  readonly #holder: { readonly root: unknown };
  readonly #drafts: Drafts;
  readonly #mrng: fc.Random;
  readonly #biasFactor: number | undefined;
  readonly #tries: Map<object, number> = new Map();
  readonly #corrected: Map<object, Set<Segment>> = new Map();
  #left: number = MOST;

  constructor(drawn: unknown, drafts: Drafts, mrng: fc.Random, biasFactor: number | undefined) {
    this.#holder = { root: drawn };
    this.#drafts = drafts;
    this.#mrng = mrng;
    this.#biasFactor = biasFactor;
  }

  /** The value as it is now. */
  get value(): unknown {
    return this.#holder.root;
  }

  /** Whether anything has been changed. */
  get hasBegun(): boolean {
    return this.#corrected.size > 0 || this.#left < MOST;
  }

  /**
   * Changes the part that rejections of the same bytes are about: a flag is corrected, anything else redrawn. `false` if that
   * is no longer useful.
   */
  repair(errors: readonly EncodeError[]): boolean {
    const changed = new Set<Draft>();
    for (const { code, path } of errors) {
      const steps: readonly Segment[] = ['root', ...parsePath(path)];
      // later parts may have been rejected only because of this flag
      if (changed.size === 0 && code === 'ambiguous' && this.#correct(steps)) return true;
      const around = this.#draftsAlong(steps);
      if (around.some(({ draft }) => changed.has(draft))) continue;
      const redrawn = this.#redrawInnermost(around);
      if (redrawn === undefined) return false;
      changed.add(redrawn);
    }
    return true;
  }

  /** The place that a rejection is about, as `Struct.field`. */
  placeOf(error: EncodeError): string | undefined {
    const [innermost] = this.#draftsAlong(['root', ...parsePath(error.path)]);
    if (innermost === undefined) return undefined;
    const { draft, member } = innermost;
    const field = draft.fieldOf(String(member));
    return field === undefined ? draft.source.struct : `${draft.source.struct}.${field}`;
  }

  /** Corrects a flag that announces later data, and was drawn before that was known; once each. */
  #correct(path: readonly Segment[]): boolean {
    const step = path.at(-1);
    const parent = path.slice(0, -1).reduce<unknown>(memberOf, this.#holder);
    if (step === undefined || typeof parent !== 'object' || parent === null) return false;
    const flag: unknown = Reflect.get(parent, step);
    const corrected = this.#corrected.get(parent) ?? new Set();
    if (typeof flag !== 'boolean' || corrected.has(step)) return false;
    this.#corrected.set(parent, corrected.add(step));
    return Reflect.set(parent, step, !flag);
  }

  /** The generated structs along a path, with the member that it takes in each, innermost first. */
  #draftsAlong(path: readonly Segment[]): readonly Step[] {
    const found: Step[] = [];
    let part: unknown = this.#holder;
    for (const member of path) {
      const draft = this.#drafts.of(part);
      if (draft !== undefined) found.unshift({ draft, member });
      part = memberOf(part, member);
    }
    const last = this.#drafts.of(part); // the struct itself is rejected
    return last === undefined ? found : [{ draft: last, member: '' }, ...found];
  }

  /** Redraws the innermost struct that has not been tried too often yet. */
  #redrawInnermost(around: readonly Step[]): Draft | undefined {
    while (this.#left > 0) {
      const innermost = around.find(({ draft }) => this.#triesOf(draft) < TRIES);
      if (innermost === undefined) break;
      this.#left--;
      if (this.#redraw(innermost)) return innermost.draft;
    }
    return undefined;
  }

  #triesOf({ value }: Draft): number {
    return this.#tries.get(value) ?? 0;
  }

  /**
   * Alternately the whole struct, as another field may be at fault, and only the rejected field. Redrawing all of the outermost
   * struct would be a complete restart.
   */
  #redraw({ draft, member }: Step): boolean {
    const tries = this.#triesOf(draft);
    this.#tries.set(draft.value, tries + 1);
    this.#corrected.delete(draft.value);
    const isPart = tries % 2 === 1 || draft.value === this.value;
    const field = isPart ? draft.fieldOf(String(member)) : undefined;
    if (isPart && field === undefined) return false;
    try {
      draft.redraw(field, this.#mrng, this.#biasFactor);
      return true;
    } catch (error) {
      if (!(error instanceof Unsatisfiable) || error instanceof GaveUp) throw error;
      return false;
    }
  }
}
