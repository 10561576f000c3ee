import { rootParameters } from '../ir/analysis/root-parameters.js';
import { NO_STRUCT } from '../ir/no-struct.js';
import type { SchemaIR } from '../ir/schema.js';
import { DecodeScope } from './decode-scope.js';
import type { Environment, Scope } from './scope.js';

/** The scope of a condition on an element: that element, and the parameters. */
export function elementScope({ environment }: Scope, element: unknown): Scope {
  return fieldlessScope(environment, element);
}

/** The scope of a root: no fields, and the parameters that have a default. */
export function rootScope(ir: SchemaIR): Scope {
  return fieldlessScope(rootParameters(ir), undefined);
}

/** The scope outside any struct: no fields, with parameters, and possibly an element. */
function fieldlessScope(environment: Environment, element: unknown): Scope {
  return new DecodeScope(NO_STRUCT, environment, 0, undefined, 0, undefined, element);
}

/** The scope of expressions that refer to nothing: no fields, no parameters. */
export const EMPTY_SCOPE: Scope = fieldlessScope(new Map(), undefined);
