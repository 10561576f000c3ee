import type { NotCompared } from '@bytewright/runtime';
import { normalizeZero } from '@bytewright/runtime';
import { rootParameters } from '../ir/analysis/root-parameters.js';
import type { BindingIR, Expression } from '../ir/expression.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { DecodeScope } from './decode-scope.js';
import { evaluate } from './evaluate.js';

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

const NO_STRUCT: StructIR = {
  name: '',
  doc: undefined,
  fields: [],
  checks: [],
  flat: undefined,
  parameters: [],
  recursive: false,
};

/** The scope for what lies below `bindings`; their values are taken at once. No parameter is -0, or absent. */
export function bindParameters(scope: Scope, bindings: readonly BindingIR[]): Scope {
  const environment = new Map(scope.environment);
  for (const { parameter, value } of bindings) {
    const bound = evaluate(value, scope) ?? Number.NaN; // only numbers may be absent
    environment.set(parameter, normalizeZero(bound as number)); // what is no number stays what it is
  }
  return scope.bind(environment);
}

/** What a condition on an element can see: that element, and the parameters. */
export function elementScope({ environment }: Scope, element: unknown): Scope {
  return fieldlessScope(environment, element);
}

/** The scope of a root: no fields, and the parameters that have a default. */
export function rootScope(ir: SchemaIR): Scope {
  return fieldlessScope(rootParameters(ir), undefined);
}

/** The scope of what is in no struct: of one without fields, with parameters, and an element if it belongs to one. */
function fieldlessScope(environment: Environment, element: unknown): Scope {
  return new DecodeScope(NO_STRUCT, environment, 0, undefined, 0, undefined, element);
}

/** The scope of what speaks of nothing: no fields, no parameters. */
export const EMPTY_SCOPE: Scope = fieldlessScope(new Map(), undefined);
