/** The error for a file that cannot be fixed for the target. */
export class FixError extends Error {
  override readonly name = 'FixError';
}
