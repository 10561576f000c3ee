/** Why a path leads nowhere, or a value is none for the field, in words for whoever wrote it. */
export class PathError extends Error {
  override readonly name = 'PathError';
  /** How much of the path was understood: of several readings the one that came furthest is told of. */
  readonly understood: number;

  constructor(message: string, understood = 0) {
    super(message);
    this.understood = understood;
  }
}
