/** What the tables do not say of a description, written by hand. */
export interface DescriptionOverlay {
  /** Where that is from. */
  readonly source: string;
  /** What the device is. */
  readonly doc?: string;
  /** The oldest version that is read, where reading older ones is not worth what it takes. */
  readonly minimum?: number;
  /** By the name in the table; the second one of a name is `name#2`. */
  readonly fields: Readonly<Record<string, FieldOverlay>>;
}

/** What the tables do not say of a field. Conditions, counts and nodes are code in terms of the schema module. */
export interface FieldOverlay {
  /** A better name than the table's. */
  readonly name?: string;
  /** What it is. */
  readonly doc?: string;
  /** What its number counts. */
  readonly unit?: string;
  /** When a field with a predicate is there: a condition, or `always`. */
  readonly presentWhen?: string;
  /** How many elements an array has whose count is on no wire. */
  readonly count?: string;
  /** How many bytes a buffer has whose size is on no wire. */
  readonly size?: string;
  /** What is on the wire, instead of what the table says; `@{name}` is the struct of another description. */
  readonly node?: string;
  /** What more relates it to other fields, such as `$.inUse.is(count($.macs))`. */
  readonly relations?: readonly string[];
  /** That the field is part of the one before, which stands for both. */
  readonly isMerged?: boolean;
}
