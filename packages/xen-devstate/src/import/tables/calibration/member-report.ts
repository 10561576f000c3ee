/** Where a member of QEMU's structs lies, and what says so. */
export interface MemberReport {
  /** Such as `the count of a field`. */
  readonly member: string;
  /** Bytes from the start of the struct. */
  readonly at: number;
  /** How many descriptions, or fields of them, have there what a member of that meaning must have. */
  readonly confirmed: number;
  /** In how many descriptions they are. */
  readonly descriptions: number;
  /** How many have something else there. */
  readonly against: number;
  /** The first of these. */
  readonly exception?: string;
}

/** How a program lays out its tables, and how sure that is. */
export interface CalibrationReport {
  /** Descriptions that were looked at. */
  readonly descriptions: number;
  /** Fields in them. */
  readonly fields: number;
  readonly members: readonly MemberReport[];
}
