/** Information about a description that is not in the tables, written by hand. */
export interface DescriptionOverlay {
  /** The source of this information. */
  readonly source: string;
  /** A description of the device. */
  readonly doc?: string;
  /** The oldest version to read, if reading older ones is not worth the effort. */
  readonly minimum?: number;
  /** Fields by their name in the table; a second field with the same name is `name#2`. */
  readonly fields: Readonly<Record<string, FieldOverlay>>;
}

/** Information about a field that is not in the tables. Conditions, counts and nodes are code in the schema module. */
export interface FieldOverlay {
  /** A better name than the table's. */
  readonly name?: string;
  /** A description of the field. */
  readonly doc?: string;
  /** The unit of its number. */
  readonly unit?: string;
  /** When a field with a predicate is present: a condition, or `always`. */
  readonly presentWhen?: string;
  /** The number of elements of an array, if it is not on the wire. */
  readonly count?: string;
  /** The size of a buffer in bytes, if it is not on the wire. */
  readonly size?: string;
  /** The actual wire format, which replaces that of the table; `@{name}` is the struct of another description. */
  readonly node?: string;
  /** Additional relations to other fields, such as `$.inUse.is(count($.macs))`. */
  readonly relations?: readonly string[];
  /** Whether the field is part of the previous one, which represents both. */
  readonly isMerged?: boolean;
}
