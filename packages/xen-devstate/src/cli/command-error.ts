/** Exit codes: yes; no; wrong usage, or something that cannot be read or written; what was asked cannot be known. */
export const EXIT = { ok: 0, problem: 1, usage: 2, unknown: 3 } as const;

/** Why a command cannot go on, in words for its user. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.usage, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
