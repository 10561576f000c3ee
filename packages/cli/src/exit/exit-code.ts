/**
 * The exit codes, which are the same for every command.
 *
 * @example `return isSame ? EXIT.yes : EXIT.no`
 */
export const EXIT = {
  /** The answer is yes, or the command succeeded. */
  yes: 0,
  /** The answer is no, or the request was refused. */
  no: 1,
  /** The command line is wrong, or names a file that cannot be read. */
  usage: 2,
  /** The answer cannot be determined. */
  unknown: 3,
} as const;

/** One of the codes of {@link EXIT}. @example `const code: ExitCode = EXIT.no` */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The meanings of the exit codes of a program or a command; codes that are left out do not occur.
 *
 * @example `{ 0: 'no difference', 1: 'a difference', 2: 'wrong usage' }`
 */
export type ExitMeanings = Readonly<Partial<Record<ExitCode, string>>>;
