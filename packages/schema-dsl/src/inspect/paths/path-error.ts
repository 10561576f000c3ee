/** Why a path cannot be resolved, or a value does not fit the field, in words for whoever wrote it. */
export class PathError extends Error {
  override readonly name = 'PathError';
  /** How much of the path was understood: of several readings, the one that got furthest is reported. */
  readonly understood: number;

  constructor(message: string, understood = 0) {
    super(message);
    this.understood = understood;
  }
}
