import * as fc from 'fast-check';
import { ownsRegion } from '../../ir/analysis/positioned.js';
import type { FieldIR, StructIR } from '../../ir/schema.js';
import { decisionsOf } from '../constraints/decisions.js';
import { GenerationScope } from '../constraints/generation-scope.js';
import type { Hint } from '../constraints/hints.js';
import { hintsBelow, hintsOf } from '../constraints/hints.js';
import { tameElements } from '../constraints/tame-elements.js';
import type { DraftSource, Part, StructValue } from './draft.js';
import { Draft } from './draft.js';
import { GaveUp, Unsatisfiable } from './generation-budget.js';
import { valuesOf } from './index.js';
import type { LayoutPlan } from './lay-out.js';
import { layOut, layoutPlan } from './lay-out.js';
import { PendingChecks } from './pending-checks.js';
import type { Place } from './place.js';
import { RoomLeft } from './room-left.js';

/**
 * Values of a struct, generated field by field in wire order, so that earlier fields can decide about later ones. It also
 * shrinks field by field: a later field keeps its value unless the smaller earlier value decides otherwise.
 */
export class StructValues extends fc.Arbitrary<StructValue> implements DraftSource {
  readonly #struct: StructIR;
  readonly #place: Place;
  readonly #hints: readonly Hint[];

  constructor(struct: StructIR, place: Place) {
    super();
    this.#struct = struct;
    this.#place = place;
    this.#hints = [...place.hints, ...hintsOf(struct.name, place.scope.structs)];
  }

  get struct(): string {
    return this.#struct.name;
  }

  get flat(): string | undefined {
    return this.#struct.flat;
  }

  override generate(mrng: fc.Random, biasFactor: number | undefined): fc.Value<StructValue> {
    const replay = mrng.clone();
    for (let attempt = 1; ; attempt++) {
      try {
        return this.draw(new Map(), mrng, replay, biasFactor);
      } catch (error) {
        if (!(error instanceof Unsatisfiable) || error instanceof GaveUp || attempt === STRUCT_ATTEMPTS)
          throw error;
      }
    }
  }

  override canShrinkWithoutContext(_value: unknown): _value is StructValue {
    return false; // the value alone does not determine its derived and peeked fields
  }

  override shrink(_value: StructValue, context: unknown): fc.Stream<fc.Value<StructValue>> {
    return context instanceof Draft ? fc.stream(this.#smaller(context)) : fc.Stream.nil();
  }

  *#smaller({ parts, replay }: Draft): IterableIterator<fc.Value<StructValue>> {
    for (const [name, part] of parts) {
      for (const drawn of part.arbitrary.shrink(part.drawn.value_, part.drawn.context)) {
        const given = new Map(parts).set(name, { ...part, drawn });
        try {
          yield this.draw(given, replay.clone(), replay, undefined);
        } catch (error) {
          if (!(error instanceof Unsatisfiable)) throw error; // otherwise smaller, but not valid
        }
      }
    }
  }

  /** Generates the fields that are not given, and those that no longer agree with what is given. */
  draw(
    given: ReadonlyMap<string, Part>,
    mrng: fc.Random,
    replay: fc.Random,
    biasFactor: number | undefined,
  ): fc.Value<StructValue> {
    this.#place.budget.spend();
    const { structs, parameters } = this.#place.scope;
    const scope = new GenerationScope(structs, this.#struct, parameters);
    const checks = new PendingChecks(this.#struct, scope);
    const room = new RoomLeft(this.#struct, scope, this.#place.room);
    const parts = new Map<string, Part>();
    checks.pass();
    for (const [index, field] of this.#struct.fields.entries()) {
      if (field.visibility === 'value') {
        const place = {
          ...this.#place,
          scope,
          field,
          room: room.for(index),
          hints: hintsBelow(this.#hints, field.name),
        };
        parts.set(field.name, this.#drawField(place, given.get(field.name), checks, mrng, biasFactor));
      }
      room.take(field);
    }
    if (ownsRegion(this.#struct)) this.#layOut(scope, given.get(LAYOUT), parts, checks, mrng, biasFactor);
    const draft = this.#place.drafts.add(new Draft(this, scope.value, parts, replay));
    return new fc.Value(scope.value, draft);
  }

  /** Lays out the fields at offsets; the checks are repeated, as they may involve offsets. */
  #layOut(
    scope: GenerationScope,
    given: Part | undefined,
    parts: Map<string, Part>,
    checks: PendingChecks,
    mrng: fc.Random,
    biasFactor: number | undefined,
  ): void {
    const drawn = given?.drawn ?? layoutPlan.generate(mrng, biasFactor);
    layOut(this.#struct, scope, this.#place.room, drawn.value_ as LayoutPlan); // drawn from layoutPlan
    checks.repeat();
    parts.set(LAYOUT, { arbitrary: layoutPlan, drawn, decisions: '' });
  }

  #drawField(
    place: Place & { readonly field: FieldIR },
    given: Part | undefined,
    checks: PendingChecks,
    mrng: fc.Random,
    biasFactor: number | undefined,
  ): Part {
    const key = `${this.#struct.name}.${place.field.name}`;
    try {
      return drawField(place, place.given[key], given, checks, mrng, biasFactor);
    } catch (error) {
      if (error instanceof Unsatisfiable) error.place ??= key;
      throw error;
    }
  }
}

/** The layout of a struct with fields at offsets is a part besides its fields. */
const LAYOUT = '';

const STRUCT_ATTEMPTS = 20;
const FIELD_ATTEMPTS = 20;

function drawField(
  place: Place & { readonly field: FieldIR },
  byHand: fc.Arbitrary<unknown> | undefined,
  given: Part | undefined,
  checks: PendingChecks,
  mrng: fc.Random,
  biasFactor: number | undefined,
): Part {
  const { field, scope } = place;
  const decisions = decisionsOf(field.node, scope, place.room);
  const kept = given?.decisions === decisions ? given : undefined;
  const arbitrary = kept?.arbitrary ?? byHand ?? valuesOf(field.node, place);
  for (let attempt = 1; ; attempt++) {
    const drawn = kept?.drawn ?? arbitrary.generate(mrng, biasFactor);
    scope.settle(field, scope.struct ? tameElements(scope.struct, field.name, drawn.value_) : drawn.value_);
    checks.repair();
    const failed = checks.firstFailure();
    if (failed === undefined) {
      checks.pass();
      return { arbitrary, drawn, decisions };
    }
    if (kept !== undefined || attempt === FIELD_ATTEMPTS) throw new Unsatisfiable(failed);
    scope.unsettle(field, drawn.value_);
  }
}
