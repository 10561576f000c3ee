/** Exit codes: fine, something was found, wrong usage, the schemas or the configuration are at fault. */
export const EXIT = { ok: 0, found: 1, usage: 2, failed: 3 } as const;

/** One of these. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What the user typed cannot be done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command of `bytewright`. */
export interface Command {
  readonly name: string;
  /** A line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /**
   * @param args what stands behind the command's name
   * @param folder where paths start
   * @throws UsageError
   */
  readonly run: (args: readonly string[], folder: string) => Promise<ExitCode>;
}
