import type * as fc from 'fast-check';
import type { NodeIR } from '../../ir/node.js';
import type { FieldIR } from '../../ir/schema.js';
import type { Arbitraries } from '../arbitraries.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import type { Hint } from '../constraints/hints.js';
import type { Range } from '../constraints/range.js';
import type { Drafts } from './draft.js';
import type { GenerationBudget } from './generation-budget.js';

/** The context of a node while values for it are generated. */
export interface Place {
  readonly scope: GenerationScope;
  /** The number of bytes that the node may take. */
  readonly room: Range;
  /** The number of enclosing lists and recursive structs. */
  readonly depth: number;
  /** The field whose value is the node's value; `undefined` for elements and arms. */
  readonly field: FieldIR | undefined;
  readonly hints: readonly Hint[];
  readonly budget: GenerationBudget;
  /** Records every struct that is generated. */
  readonly drafts: Drafts;
  /** Hand-written arbitraries, which replace the schema's generators. */
  readonly given: Arbitraries;
}

/** The generator for one kind of node. */
export type Generate<N extends NodeIR> = (node: N, place: Place) => fc.Arbitrary<unknown>;

/** From this depth on, values are as shallow as possible. */
export const DEEP = 6;

/** The context of something inside a field's value that is not the field's value itself. */
export function below(place: Place): Place {
  return { ...place, field: undefined, hints: [] };
}
