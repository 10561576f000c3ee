/**
 * Where the members of QEMU's `VMStateDescription` and `VMStateField` lie, in bytes. It moves between versions of QEMU
 * (`fields` at 88 in 5.2, 72 in 7.2 and 10.0, 96 in 11.1), so it is found anew for each program.
 */
export interface TableLayout {
  readonly description: DescriptionLayout;
  readonly field: FieldLayout;
  /** How a list of fields ends: with an entry of zeros, or with one that bears the flag `VMS_END`. */
  readonly end: 'zeros' | 'flag';
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
  readonly countOffset: number;
  readonly sizeOffset: number;
  readonly info: number;
  readonly flags: number;
  readonly description: number;
  readonly version: number;
  /** `undefined` where no known description shows it. */
  readonly structVersion: number | undefined;
  readonly exists: number;
}
