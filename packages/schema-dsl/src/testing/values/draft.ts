import type * as fc from 'fast-check';

/** A struct's value. */
export type StructValue = Record<string, unknown>;

/** A field's value, and how it came about. */
export interface Part {
  readonly arbitrary: fc.Arbitrary<unknown>;
  readonly drawn: fc.Value<unknown>;
  /** What earlier fields had decided for this one. */
  readonly decisions: string;
}

/** What a struct's value was drawn with: it draws the fields anew that are not given. */
export interface DraftSource {
  readonly struct: string;
  readonly flat: string | undefined;
  draw(
    given: ReadonlyMap<string, Part>,
    mrng: fc.Random,
    replay: fc.Random,
    biasFactor: number | undefined,
  ): fc.Value<StructValue>;
}

/** The drafts of the structs in one value, by their own values. A weak map for all there ever were would be slow to clean up. */
export class Drafts {
  readonly #all: Map<object, Draft> = new Map();

  /** Forgets all: another value begins. */
  clear(): void {
    this.#all.clear();
  }

  add(draft: Draft): Draft {
    this.#all.set(draft.value, draft);
    return draft;
  }

  /** How a struct's value was drawn; `undefined` for anything else, and for a copy. */
  of(value: unknown): Draft | undefined {
    return typeof value === 'object' && value !== null ? this.#all.get(value) : undefined;
  }
}

/**
 * What it takes to shrink a drawn struct, or to draw some of it anew: its parts, and the randomness to draw one anew that
 * no longer fits.
 */
export class Draft {
  readonly source: DraftSource;
  readonly value: StructValue;
  #parts: ReadonlyMap<string, Part>;
  #replay: fc.Random;

  constructor(source: DraftSource, value: StructValue, parts: ReadonlyMap<string, Part>, replay: fc.Random) {
    this.source = source;
    this.value = value;
    this.#parts = parts;
    this.#replay = replay;
  }

  get parts(): ReadonlyMap<string, Part> {
    return this.#parts;
  }

  get replay(): fc.Random {
    return this.#replay;
  }

  /** The field that a member of the value belongs to; `undefined` where none was drawn. */
  fieldOf(member: string): string | undefined {
    if (this.#parts.has(member)) return member;
    const { flat } = this.source;
    return flat !== undefined && this.#parts.has(flat) ? flat : undefined;
  }

  /**
   * Draws one field anew, and what it decides; or without a field all of them. The value stays where it is, in whatever holds
   * it, and so does this draft, so that the new value shrinks.
   *
   * @throws Unsatisfiable where nothing fits; the value is then as it was.
   */
  redraw(field: string | undefined, mrng: fc.Random, biasFactor: number | undefined): void {
    const given = new Map(field === undefined ? [] : this.#parts);
    if (field !== undefined) given.delete(field);
    const replay = mrng.clone();
    const { value_: value, context } = this.source.draw(given, mrng, replay, biasFactor);
    const { parts } = context as Draft; // every drawn struct has one
    for (const key of Object.keys(this.value)) delete this.value[key];
    Object.assign(this.value, value);
    this.#parts = parts;
    this.#replay = replay;
  }
}
