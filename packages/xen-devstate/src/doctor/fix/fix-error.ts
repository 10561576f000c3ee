/** Why a file cannot be made into one that the target takes, in words. */
export class FixError extends Error {
  override readonly name = 'FixError';
}
