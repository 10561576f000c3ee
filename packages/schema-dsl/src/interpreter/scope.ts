import type { NotCompared } from '@bytewright/runtime/codec';
import type { Expression } from '../ir/expression.js';
/** Values of parameters, by name. */
export type Environment = ReadonlyMap<string, unknown>;

/** What is visible to an expression: the fields of one struct, and the parameters. */
export interface Scope {
  readonly environment: Environment;
  /** The list element whose node is being placed, or that a condition is about; `undefined` elsewhere. */
  readonly element: unknown;
  /** The value of a field that is already known. */
  field(name: string): unknown;
  /** The number of bytes that a field takes on the wire. */
  byteLength(name: string): number;
  /** The offset of a field in bytes from the start of the struct. */
  offsetOf(name: string): number;
  /** The tag of a union field's arm. */
  tagOf(name: string): unknown;
  /** Extra keys that one side of a comparison by content may have; only values being encoded have such keys. */
  keysNotCompared(equation: Expression): NotCompared | undefined;
  /** The same scope with more parameters bound. */
  bind(environment: Environment): Scope;
  /** The same scope for the node of a list element. */
  withElement(element: unknown): Scope;
}
