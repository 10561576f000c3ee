import type { Claims } from '@bytewright/runtime';
import { DecodeScope } from './decode-scope.js';
import { EncodeScope } from './encode-scope.js';
import type { Scope } from './scope.js';

/** Who holds what in the struct whose fields are being decoded, and how deep in the value that struct is. */
export function regionOf(scope: Scope): { readonly claims: Claims; readonly depth: number } {
  if (!(scope instanceof DecodeScope) || scope.claims === undefined)
    throw new TypeError('No struct with fields at offsets is being decoded');
  return { claims: scope.claims, depth: scope.depth };
}

/** Where the struct begins whose fields are being encoded. */
export function originOf(scope: Scope): number {
  if (!(scope instanceof EncodeScope)) throw new TypeError('No struct is being encoded');
  return scope.origin;
}
