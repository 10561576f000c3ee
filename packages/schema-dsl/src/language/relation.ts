import type { BindingIR, Expression, FieldExpression } from '../ir/expression.js';
import type { ChecksumDefinition } from './checksum.js';
import type { Expr } from './expression.js';
import type { Node } from './node.js';
import { requireExpression } from './require-expression.js';

/** The positions of the nodes of an `atEach()`, as data. */
export interface EachPosition {
  /** The list, as a field of the struct. */
  readonly list: FieldExpression;
  readonly offset: Expression;
  readonly size: Expression | undefined;
  readonly when: Expression | undefined;
  readonly bindings: readonly BindingIR[];
}

/** A relation's statement, as data. */
export type RelationIR =
  | {
      readonly kind: 'is';
      readonly target: Expression;
      readonly value: Expression;
      /** How encode computes the target, if not from `value`. */
      readonly encode: Expression | undefined;
    }
  | { readonly kind: 'checksum'; readonly target: Expression; readonly checksum: ChecksumDefinition }
  | { readonly kind: 'presentWhen'; readonly field: string; readonly when: Expression }
  | { readonly kind: 'tag'; readonly field: string; readonly selector: Expression }
  | { readonly kind: 'followedBy'; readonly field: string; readonly demands: readonly Node<unknown>[] }
  | { readonly kind: 'with'; readonly field: string; readonly bindings: readonly BindingIR[] }
  | { readonly kind: 'at'; readonly field: string; readonly offset: Expression }
  | { readonly kind: 'atEach'; readonly field: string; readonly each: EachPosition }
  | { readonly kind: 'check'; readonly holds: Expression; readonly message: string | undefined };

/** A statement about a struct's fields, made in `.where()`. It holds in both directions. */
export interface Relation {
  readonly relation: RelationIR;
}

/**
 * Requires `holds` to be true for every value, on decode and on encode; otherwise fails with `check-failed`.
 *
 * @example `check($.idstr.matches(/^[ -~]+$/), 'printable ASCII')`
 */
export function check(holds: Expr<boolean>, message?: string): Relation {
  return {
    relation: { kind: 'check', holds: requireExpression(holds, 'check()', '$.version.ge(2)'), message },
  };
}
