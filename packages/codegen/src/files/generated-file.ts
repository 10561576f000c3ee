/** A generated file: its path relative to the configuration, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
