/** What a command exits with. */
export const EXIT = {
  fine: 0,
  /** What was asked about is not so: generated code is stale, or there is a change that --fail-on names. */
  no: 1,
  /** The command was not understood. */
  usage: 2,
  /** The configuration, a schema, or a file is at fault. */
  fault: 3,
} as const;

/** One of these codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
