import type { Parameter } from '@bytewright/schema-dsl';

/** Why a payload and a target do not go together, and the cure. */
export interface ParameterDifference {
  /** The same word each time, for programs: `piix4-smbus`. */
  readonly cause: string;
  readonly expected: string;
  readonly found: string;
  readonly why: string;
  /** What to do, each by itself enough. */
  readonly advice: readonly string[];
  /** Where QEMU decides it. */
  readonly source: string | null;
}

/** A compatibility property of QEMU's that decides a parameter. */
export interface DecidingProperty {
  /** `DRIVER.PROPERTY` in small letters, as in QEMU's option `-global`. */
  readonly name: string;
  /** Whether `on` makes the parameter true. */
  readonly whenOn: boolean;
}

/**
 * What a machine is made of and no file says: all that this package knows of one such parameter.
 *
 * A section is read with the first possible values with which everything up to the next section's header parses, the
 * commonest first; a device by itself with the first with which it ends where the bytes do.
 */
export interface MachineParameter {
  /** Its name and its possible values. */
  readonly parameter: Parameter<unknown>;
  /** The machine type from which on it is true, as one number: 7.2 is 702. */
  readonly since?: number;
  readonly property?: DecidingProperty;
  /** What it counts, where it is a number and nothing else is said of a difference. */
  readonly counts?: string;
  /** What to say where a payload shows `inFile` and the target expects `there`. */
  readonly difference?: (inFile: unknown, there: unknown) => ParameterDifference;
}
