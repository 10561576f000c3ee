/**
 * Where the members of QEMU's `VMStateDescription` and `VMStateField` lie, in bytes. It moves between versions of QEMU
 * (`fields` at 88 in 5.2, 72 in 7.2 and 10.0, 96 in 11.1), so it is found anew for each program.
 */
export interface TableLayout {
  readonly description: DescriptionLayout;
  readonly field: FieldLayout;
  /** The flags of the entry that ends a list of fields. It has no name; with 0 it is all zeros. */
  readonly end: number;
}

/** Offsets in a `VMStateDescription`; `name` is at 0. */
export interface DescriptionLayout {
  readonly version: number;
  readonly minimum: number;
  readonly fields: number;
  readonly subsections: number;
}

/** Offsets in a `VMStateField`; `name` is at 0. */
export interface FieldLayout {
  /** From one field to the next. */
  readonly stride: number;
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  /** Of 32 bits; up to 10.0 of 64, whose upper half is never used. */
  readonly countOffset: number;
  /** As wide as `countOffset`. `undefined` where no field is of a size that is in memory. */
  readonly sizeOffset: number | undefined;
  readonly info: number;
  readonly flags: number;
  readonly description: number;
  readonly version: number;
  /** `undefined` where no field is a struct in a version of its own. */
  readonly structVersion: number | undefined;
  readonly exists: number;
}
