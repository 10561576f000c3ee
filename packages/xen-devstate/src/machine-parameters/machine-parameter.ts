import type { Parameter } from '@bytewright/schema-dsl';

/** Why a payload does not match a target, and what to do. */
export interface ParameterDifference {
  /** A stable identifier for programs: `piix4-smbus`. */
  readonly cause: string;
  readonly expected: string;
  readonly found: string;
  readonly why: string;
  /** What to do; each alternative is sufficient. */
  readonly advice: readonly string[];
  /** Where QEMU determines it. */
  readonly source: string | null;
}

/** A QEMU compatibility property that determines a parameter. */
export interface DecidingProperty {
  /** `DRIVER.PROPERTY` in lower case, as in QEMU's option `-global`. */
  readonly name: string;
  /** Whether `on` makes the parameter true. */
  readonly whenOn: boolean;
}

/**
 * The description of a parameter of a machine that is not in the file.
 *
 * A section is decoded with the first possible values, in order of how common they are, with which everything up to the next
 * section's header parses; a device alone with the first with which it ends where the bytes do.
 */
export interface MachineParameter {
  /** Its name and its possible values. */
  readonly parameter: Parameter<unknown>;
  /** The first machine type for which it is true, as one number: 7.2 is 702. */
  readonly since?: number;
  readonly property?: DecidingProperty;
  /** What a number counts, for describing a difference if there is no specific text. */
  readonly counts?: string;
  /** Describes the difference if a payload shows `inFile` and the target expects `there`. */
  readonly difference?: (inFile: unknown, there: unknown) => ParameterDifference;
}
