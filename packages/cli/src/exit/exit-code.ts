/**
 * What a command exits with: the same four codes for every command.
 *
 * @example `return isSame ? EXIT.yes : EXIT.no`
 */
export const EXIT = {
  /** It is so, or it was done. */
  yes: 0,
  /** It is not so, or what was asked for was refused. */
  no: 1,
  /** The command line is wrong, or names what cannot be read. */
  usage: 2,
  /** It cannot be known. */
  unknown: 3,
} as const;

/** One of the codes of {@link EXIT}. @example `const code: ExitCode = EXIT.no` */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * What the codes mean, for a program or for a command of it; a code that is left out is never given.
 *
 * @example `{ 0: 'no difference', 1: 'a difference', 2: 'wrong usage' }`
 */
export type ExitMeanings = Readonly<Partial<Record<ExitCode, string>>>;
