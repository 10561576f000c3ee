import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import type { FieldIR, StructIR } from '../../ir/schema.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import type { Range } from '../constraints/range.js';
import { clamp } from '../constraints/range.js';

/** The number of bytes that a struct's remaining fields may take, as its fields are generated one by one. */
export class RoomLeft {
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
   * The room for field number `index`: what earlier fields have not taken and later ones do not need.
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
