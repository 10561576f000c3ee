/** The position at which text is not valid JSON, counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Details of a rejected document. */
export interface DocumentErrorDetails {
  /** The member, as a path into the document: `sections[3].payload`. Empty for the whole document. */
  readonly path: string;
  /** The position in the text, for text that is not JSON. */
  readonly position: TextPosition | undefined;
  readonly expected: string;
  readonly found: string;
}

/**
 * A JSON document that does not describe a value of its schema: text that is not JSON, or a member that is missing, unknown,
 * or of the wrong type.
 *
 * @example `sections[0].idstr: expected a string, found a number`
 */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly path: string;
  readonly position: TextPosition | undefined;
  readonly expected: string;
  readonly found: string;

  constructor({ path, position, expected, found }: DocumentErrorDetails) {
    const where = position ? `line ${position.line}, column ${position.column}` : path;
    super(`${where === '' ? '' : `${where}: `}expected ${expected}, found ${found}`);
    this.path = path;
    this.position = position;
    this.expected = expected;
    this.found = found;
  }
}
