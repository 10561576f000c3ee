import * as fc from 'fast-check';
import { ownsRegion } from '../../ir/analysis/positioned.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { FieldIR, StructIR } from '../../ir/schema.js';
import { decisionsOf } from '../knowledge/decisions.js';
import { GenerationScope } from '../knowledge/generation-scope.js';
import type { Hint } from '../knowledge/hints.js';
import { hintsBelow, hintsOf } from '../knowledge/hints.js';
import { mend } from '../knowledge/mend.js';
import type { Range } from '../knowledge/range.js';
import { clamp } from '../knowledge/range.js';
import { tameElements } from '../knowledge/tame-elements.js';
import { valuesOf } from './index.js';
import type { LayoutPlan } from './lay-out.js';
import { layOut, layoutPlan } from './lay-out.js';
import { GaveUp, Unsatisfiable } from './patience.js';
import type { Place } from './place.js';

type StructValue = Record<string, unknown>;

/** A field's value, and how it came about. */
interface Part {
  readonly arbitrary: fc.Arbitrary<unknown>;
  readonly drawn: fc.Value<unknown>;
  /** What earlier fields had decided for this one. */
  readonly decisions: string;
}

/**
 * What it takes to shrink a drawn struct: its parts, and the randomness to draw one anew that no longer fits.
 */
class Draft {
  readonly parts: ReadonlyMap<string, Part>;
  readonly replay: fc.Random;

  constructor(parts: ReadonlyMap<string, Part>, replay: fc.Random) {
    this.parts = parts;
    this.replay = replay;
  }
}

/**
 * Values of a struct, drawn field by field in wire order, so that earlier fields can decide about later ones.
 * It shrinks field by field too: a later field keeps its value unless the smaller one decides otherwise for
 * it.
 */
export class StructValues extends fc.Arbitrary<StructValue> {
  readonly #struct: StructIR;
  readonly #place: Place;
  readonly #hints: readonly Hint[];

  constructor(struct: StructIR, place: Place) {
    super();
    this.#struct = struct;
    this.#place = place;
    this.#hints = [...place.hints, ...hintsOf(struct.name, place.scope.structs)];
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<StructValue> {
    const replay = mrng.clone();
    for (let attempt = 1; ; attempt++) {
      try {
        return this.#draw(new Map(), mrng, replay, biasFactor);
      } catch (error) {
        if (!(error instanceof Unsatisfiable) || error instanceof GaveUp || attempt === STRUCT_ATTEMPTS)
          throw error;
      }
    }
  }

  override canShrinkWithoutContext(_value: unknown): _value is StructValue {
    return false; // the value alone does not tell what its derived and peeked fields were
  }

  override shrink(_value: StructValue, context: unknown): fc.Stream<fc.Value<StructValue>> {
    return context instanceof Draft ? fc.stream(this.#smaller(context)) : fc.Stream.nil();
  }

  *#smaller({ parts, replay }: Draft): IterableIterator<fc.Value<StructValue>> {
    for (const [name, part] of parts) {
      for (const drawn of part.arbitrary.shrink(part.drawn.value_, part.drawn.context)) {
        const given = new Map(parts).set(name, { ...part, drawn });
        try {
          yield this.#draw(given, replay.clone(), replay, undefined);
        } catch (error) {
          if (!(error instanceof Unsatisfiable)) throw error; // otherwise smaller, but not valid
        }
      }
    }
  }

  /** Draws the fields that are not given, and those that what is given has decided otherwise for. */
  #draw(
    given: ReadonlyMap<string, Part>,
    mrng: fc.Random,
    replay: fc.Random,
    biasFactor: number | undefined,
  ): fc.Value<StructValue> {
    this.#place.patience.spend();
    const { structs, parameters } = this.#place.scope;
    const scope = new GenerationScope(structs, this.#struct, parameters);
    const checks = new PendingChecks(this.#struct, scope);
    const room = new RoomLeft(this.#struct, scope, this.#place.room);
    const parts = new Map<string, Part>();
    checks.pass();
    for (const [index, field] of this.#struct.fields.entries()) {
      if (field.visibility === 'value') {
        const place: Place = {
          ...this.#place,
          scope,
          field,
          room: room.for(index),
          hints: hintsBelow(this.#hints, field.name),
        };
        parts.set(field.name, drawField(field, place, given.get(field.name), checks, mrng, biasFactor));
      }
      room.take(field);
    }
    if (ownsRegion(this.#struct)) this.#layOut(scope, given.get(LAYOUT), parts, checks, mrng, biasFactor);
    return new fc.Value(scope.value, new Draft(parts, replay));
  }

  /** Lays out the fields that lie at offsets; the checks are made once more, as offsets may be in them. */
  #layOut(
    scope: GenerationScope,
    given: Part | undefined,
    parts: Map<string, Part>,
    checks: PendingChecks,
    mrng: fc.Random,
    biasFactor: number | undefined,
  ): void {
    const drawn = given?.drawn ?? layoutPlan.generate(mrng, biasFactor);
    layOut(this.#struct, scope, this.#place.room, drawn.value_ as LayoutPlan); // it is drawn from there only
    checks.repeat();
    parts.set(LAYOUT, { arbitrary: layoutPlan, drawn, decisions: '' });
  }
}

/** The layout of a struct with fields at offsets is a part besides its fields. */
const LAYOUT = '';

const STRUCT_ATTEMPTS = 20;
const FIELD_ATTEMPTS = 20;

function drawField(
  field: FieldIR,
  place: Place,
  given: Part | undefined,
  checks: PendingChecks,
  mrng: fc.Random,
  biasFactor: number | undefined,
): Part {
  const { scope } = place;
  const decisions = decisionsOf(field.node, scope, place.room);
  const kept = given?.decisions === decisions ? given : undefined;
  const arbitrary = kept?.arbitrary ?? valuesOf(field.node, place);
  for (let attempt = 1; ; attempt++) {
    const drawn = kept?.drawn ?? arbitrary.generate(mrng, biasFactor);
    scope.settle(field, scope.struct ? tameElements(scope.struct, field.name, drawn.value_) : drawn.value_);
    checks.mend();
    const failed = checks.firstFailure();
    if (failed === undefined) {
      checks.pass();
      return { arbitrary, drawn, decisions };
    }
    if (kept !== undefined || attempt === FIELD_ATTEMPTS) throw new Unsatisfiable(failed);
    scope.unsettle(field, drawn.value_);
  }
}

/** The checks that could not be made yet, as they speak of fields that were not drawn. */
class PendingChecks {
  readonly #all: StructIR['checks'];
  #pending: StructIR['checks'];
  readonly #scope: GenerationScope;

  constructor({ checks }: StructIR, scope: GenerationScope) {
    this.#all = checks;
    this.#pending = checks;
    this.#scope = scope;
  }

  /** Sets right what checks that fail by now demand to be equal. */
  mend(): void {
    for (const { holds } of this.#pending) {
      if (this.#scope.isKnown(holds) && !this.#scope.evaluate(holds)) mend(holds, this.#scope);
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

/** The bytes that a struct's fields may still take, as its fields are drawn one after the other. */
class RoomLeft {
  readonly #scope: GenerationScope;
  readonly #room: Range;
  readonly #bounds: readonly { readonly min: number; readonly max: number }[];
  #taken = 0;

  constructor(struct: StructIR, scope: GenerationScope, room: Range) {
    this.#scope = scope;
    this.#room = room;
    this.#bounds = struct.fields.map((field) => sizeBounds(field.node, scope.structs));
  }

  /**
   * The room of field number `index`: what the fields before it have not taken and those behind it need not
   * take.
   */
  for(index: number): Range {
    const { min, max, step } = this.#room;
    const behind = this.#bounds.slice(index + 1);
    const least = behind.reduce((sum, bounds) => sum + bounds.min, 0);
    const most = behind.reduce((sum, bounds) => sum + bounds.max, 0);
    const from = min - this.#taken - most;
    return clamp(
      { min: from, max: max - this.#taken - least, step: least === most ? step : 1 },
      0,
      Number.POSITIVE_INFINITY,
    );
  }

  take(field: FieldIR): void {
    const { min, max } = sizeBounds(field.node, this.#scope.structs);
    const isKnown = min < max && this.#scope.isKnown({ op: 'byteLength', field: field.name });
    this.#taken += isKnown ? this.#scope.byteLength(field.name) : min;
  }
}
