/** The kind of a change in a description. */
export type WireChangeKind =
  | 'field-added'
  | 'field-removed'
  | 'field-renamed'
  | 'field-moved'
  | 'field-resized'
  | 'field-retyped'
  | 'count-changed'
  | 'condition-changed'
  | 'regrouped'
  /** It was replaced by zeros, which loading ignores. */
  | 'no-longer-used'
  /** It replaces unused bytes. */
  | 'used-again'
  | 'version'
  | 'minimum-version'
  | 'subsection-added'
  | 'subsection-removed';

/** A difference between two builds in one description. */
export interface WireChange {
  readonly kind: WireChangeKind;
  /** The field or the subsection; `undefined` if the change concerns the whole description. */
  readonly field: string | undefined;
  /** What it was; `undefined` if it did not exist. */
  readonly before: string | undefined;
  /** What it is; `undefined` if it no longer exists. */
  readonly after: string | undefined;
  /** Whether bytes or their interpretation differ: a rename alone changes nothing on the wire. */
  readonly isOnWire: boolean;
}
