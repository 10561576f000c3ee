import type { Node } from '@bytewright/schema-dsl';
import type { ChangeKind, CompareOptions, Outcome, SourceEffect } from '@bytewright/schema-dsl/diff';

/** Two revisions of a schema, and what was worked out by hand of their difference. */
export interface Revision {
  readonly before: Node<unknown>;
  readonly after: Node<unknown>;
  readonly options?: CompareOptions;
  /** The differences: kind, place, and what it means to programs. */
  readonly changes: readonly (readonly [kind: ChangeKind, path: string, source: SourceEffect])[];
  /** Bytes that the old schema takes, in hexadecimal digits, and what becomes of them in the new one. */
  readonly backward: Readonly<Record<string, Outcome>>;
  /** Bytes that the new schema takes, and what becomes of them in the old one. */
  readonly forward: Readonly<Record<string, Outcome>>;
}

/** A case with its type. */
export const revision = (made: Revision): Revision => made;
