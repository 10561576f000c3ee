import type * as fc from 'fast-check';
import type { NodeIR } from '../../ir/node.js';
import type { FieldIR } from '../../ir/schema.js';
import type { Arbitraries } from '../arbitraries.js';
import type { GenerationScope } from '../constraints/generation-scope.js';
import type { Hint } from '../constraints/hints.js';
import type { Range } from '../constraints/range.js';
import type { Drafts } from './draft.js';
import type { GenerationBudget } from './generation-budget.js';

/** Where a node stands while values for it are made. */
export interface Place {
  readonly scope: GenerationScope;
  /** Bytes that the node may take. */
  readonly room: Range;
  /** Lists and recursive structs around the node. */
  readonly depth: number;
  /** The field whose value the node's value is; none for elements and arms. */
  readonly field: FieldIR | undefined;
  readonly hints: readonly Hint[];
  readonly budget: GenerationBudget;
  /** Takes note of every struct that is drawn. */
  readonly drafts: Drafts;
  /** Arbitraries by hand, which are asked in place of the schema. */
  readonly given: Arbitraries;
}

/** Values for one kind of node. */
export type Generate<N extends NodeIR> = (node: N, place: Place) => fc.Arbitrary<unknown>;

/** From this depth on, values are made as shallow as they can be. */
export const DEEP = 6;

/** The place of something inside of a field's value that is not the field's value itself. */
export function below(place: Place): Place {
  return { ...place, field: undefined, hints: [] };
}
