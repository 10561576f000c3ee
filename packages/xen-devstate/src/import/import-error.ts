/**
 * Why an import gave up: the file is not a program that it can read, or its tables are not where they should be. Faults of
 * the file's own structure are a `DecodeError`, with the offset and the path.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
