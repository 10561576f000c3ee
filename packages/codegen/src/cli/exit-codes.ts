/** What a command exits with. */
export const EXIT = {
  fine: 0,
  /** What was asked about is not so, or what was asked for cannot be done: a fault of a schema or another file, or code that is stale. */
  no: 1,
  /** The command was not understood. */
  usage: 2,
} as const;

/** One of these codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What they mean, for all commands: the table of `--help`. */
export const EXIT_TABLE = `Exit codes:
  0  fine
  1  faults: of a configuration, a schema, a side or another file; or what was
     asked about is so (generated files are stale, there is a change that
     --fail-on names)
  2  wrong usage
  3  not used yet; kept for "cannot know"`;
