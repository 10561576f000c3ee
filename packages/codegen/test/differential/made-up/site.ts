import type { Expr, Node, Relation } from '@bytewright/schema-dsl';
import { struct } from '@bytewright/schema-dsl';
import type { NodePlan, StructPlan } from './plan.js';

// What is built here is known only at run time, so the language's types cannot follow.
export type Loose = Record<string, never>;
export type NumberExpr = Expr<number>;
export type References = Record<
  string,
  NumberExpr & { $: References } & Record<string, (...args: readonly unknown[]) => Relation>
>;
export type Relate = ($: References) => Relation;

/** What holds for a made-up schema as a whole. */
export interface Whole {
  /** Whether something needs `limit` or a byte order, which are then bound around the root. */
  usesParameter: boolean;
  /** How many structs there are, which are named by their numbers. */
  structs: number;
}

/** A made-up struct that is being put together: what its pieces add to it. */
export interface StructSite {
  readonly whole: Whole;
  /** Fields whose values are numbers: relations are about these. */
  readonly numbers: string[];
  readonly relations: Relate[];
  /** The union or firstOf that a flat struct merges into its value. */
  choice: string | undefined;
  /** Adds a field under the next free name, which is returned. */
  add(node: Node<unknown>): string;
  /** A node of the plan's kind. `isOpen` leaves the size of bytes, texts and lists to a relation. */
  node(plan: NodePlan, isOpen?: boolean): Node<unknown>;
  /** A struct of its own. */
  struct(plan: StructPlan): Node<unknown>;
  /** The struct around, which is known once the schema is compiled. */
  self(): Node<unknown>;
}

/** The name of the next struct. */
export const partName = (whole: Whole): string => `Part${++whole.structs}`;

/** A struct of fields that are only known at run time, under the next name if it has none. */
export function partOf(
  whole: Whole,
  fields: Readonly<Record<string, unknown>>,
  name: string = partName(whole),
): Node<unknown> & PartMethods {
  return struct(name, fields as Loose) as unknown as Node<unknown> & PartMethods;
}

/** The methods of a struct, without the types of its fields. */
export interface PartMethods {
  where(relate: ($: References) => readonly (Relation | undefined)[]): Node<unknown> & PartMethods;
  flat(field: string): Node<unknown>;
}
