import type { NotCompared } from '@bytewright/runtime/codec';
import type { Expression } from '../ir/expression.js';
/** Values of parameters, by name. */
export type Environment = ReadonlyMap<string, unknown>;

/** What an expression can see: the fields of one struct, and the parameters. */
export interface Scope {
  readonly environment: Environment;
  /** The list element that the node belongs to which is being placed, or that a condition speaks of; `undefined` elsewhere. */
  readonly element: unknown;
  /** The value of a field that is known by now. */
  field(name: string): unknown;
  /** Bytes that a field takes on the wire. */
  byteLength(name: string): number;
  /** Bytes from the start of the struct to a field. */
  offsetOf(name: string): number;
  /** The tag of the arm that a union field holds. */
  tagOf(name: string): unknown;
  /** Keys that may come along on one side of an equation of contents: only values that are encoded have such. */
  keysNotCompared(equation: Expression): NotCompared | undefined;
  /** The same scope with more parameters bound. */
  bind(environment: Environment): Scope;
  /** The same scope for the node that belongs to a list element. */
  withElement(element: unknown): Scope;
}
