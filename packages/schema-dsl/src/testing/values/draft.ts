import type * as fc from 'fast-check';

/** A struct's value. */
export type StructValue = Record<string, unknown>;

/** A field's value, and how it was generated. */
export interface Part {
  readonly arbitrary: fc.Arbitrary<unknown>;
  readonly drawn: fc.Value<unknown>;
  /** The decisions of earlier fields for this one. */
  readonly decisions: string;
}

/** The generator of a struct's value, which can redraw the fields that are not given. */
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

/** The drafts of the structs in one value, by their values. A weak map of all drafts ever made would be slow to clean up. */
export class Drafts {
  readonly #all: Map<object, Draft> = new Map();

  /** Forgets everything before the next value. */
  clear(): void {
    this.#all.clear();
  }

  add(draft: Draft): Draft {
    this.#all.set(draft.value, draft);
    return draft;
  }

  /** How a struct's value was generated; `undefined` for anything else, including copies. */
  of(value: unknown): Draft | undefined {
    return typeof value === 'object' && value !== null ? this.#all.get(value) : undefined;
  }
}

/**
 * Everything needed to shrink a generated struct, or to redraw some of it: its parts, and the randomness to redraw a part that
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

  /** The field that a member of the value belongs to; `undefined` if none was generated. */
  fieldOf(member: string): string | undefined {
    if (this.#parts.has(member)) return member;
    const { flat } = this.source;
    return flat !== undefined && this.#parts.has(flat) ? flat : undefined;
  }

  /**
   * Redraws one field and everything that it decides; without a field, all of them. The value is changed in place, and so is this
   * draft, so that the new value shrinks.
   *
   * @throws Unsatisfiable if nothing fits; the value is then unchanged
   */
  redraw(field: string | undefined, mrng: fc.Random, biasFactor: number | undefined): void {
    const given = new Map(field === undefined ? [] : this.#parts);
    if (field !== undefined) given.delete(field);
    const replay = mrng.clone();
    const { value_: value, context } = this.source.draw(given, mrng, replay, biasFactor);
    const { parts } = context as Draft; // every generated struct has one
    for (const key of Object.keys(this.value)) delete this.value[key];
    Object.assign(this.value, value);
    this.#parts = parts;
    this.#replay = replay;
  }
}
