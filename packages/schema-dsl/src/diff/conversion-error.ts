/** A value of one revision has no counterpart in the other. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  /** The place in the old value, such as `items[3].kind`; empty for the whole value. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`);
    this.path = path;
  }
}
