/** A command line that is not understood; the command's help is shown with it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
