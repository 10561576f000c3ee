import type { Coverage } from '@bytewright/runtime/codec';
import type { DecodeScope } from './decode-scope.js';
import type { EncodeScope } from './encode-scope.js';
import type { Scope } from './scope.js';

/** The coverage of the struct whose fields are being decoded, and the depth of that struct in the value. */
export function regionOf(scope: Scope): { readonly coverage: Coverage; readonly depth: number } {
  const { coverage, depth } = scope as DecodeScope & { readonly coverage: Coverage }; // only fields of such structs have offsets
  return { coverage, depth };
}

/** The start of the struct whose fields are being encoded. */
export function originOf(scope: Scope): number {
  return (scope as EncodeScope).origin; // only fields have offsets
}
