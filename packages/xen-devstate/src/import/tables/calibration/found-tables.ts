/** A description as far as it is known before its members are. */
export interface FoundDescription {
  readonly address: number;
  readonly name: string;
  readonly fields: readonly FoundField[];
  /** The entry behind the last field. */
  readonly end: number;
}

/** An entry of a list of fields. */
export interface FoundField {
  readonly address: number;
  readonly name: string;
  readonly owner: string;
  /** Name of its `VMStateInfo`. */
  readonly type: string | undefined;
  /** Address of the description of its struct, or of what its type writes. */
  readonly struct: number | undefined;
}

/** What pointers alone show of the tables: which lead to names, to types, to lists and to other descriptions. */
export interface FoundTables {
  readonly descriptions: ReadonlyMap<number, FoundDescription>;
  /** Offset of the list of fields in a description. */
  readonly fields: number;
  /** From one field to the next. */
  readonly stride: number;
  /** Offset of the type in a field. */
  readonly info: number;
  /** Offset of the description in a field. */
  readonly description: number;
}
