/** What a change of a description is. */
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
  /** There are zeros in its place now, which no load looks at. */
  | 'no-longer-used'
  /** The other way. */
  | 'used-again'
  | 'version'
  | 'minimum-version'
  | 'subsection-added'
  | 'subsection-removed';

/** Something that two builds do not have in common about one description. */
export interface WireChange {
  readonly kind: WireChangeKind;
  /** The field, or the subsection; `undefined` for what is about the whole description. */
  readonly field: string | undefined;
  /** What it was; `undefined` where there was nothing. */
  readonly before: string | undefined;
  /** What it is; `undefined` where there is nothing. */
  readonly after: string | undefined;
  /** Whether bytes differ, or what is made of them: a new name alone changes nothing on the wire. */
  readonly isOnWire: boolean;
}
