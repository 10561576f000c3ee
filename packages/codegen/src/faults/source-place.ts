/** A place in a file. */
export interface SourcePlace {
  /** As an absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}
