/** One thing that is wrong with a configuration, a schema or another file. */
export interface Fault {
  /** The file that it is in, relative to the current folder. */
  readonly file?: string;
  /** Its line, counted from 1, as far as it is known. */
  readonly line?: number;
  /** The column in the line, counted from 1. */
  readonly column?: number;
  /** Where in a schema it is, such as `Packet.length`. */
  readonly path?: string;
  /** The kind of fault of a schema, as `SchemaError` has it. */
  readonly code?: string;
  /** What was found, what was expected, and what to write instead. */
  readonly problem: string;
  /** What was thrown, where something was. */
  readonly error?: unknown;
}

/**
 * A fault on one line.
 *
 * @example `schemas/packet.ts:12: Packet.length: has no end; give a size`
 */
export function printFault({ file, line, column, path, problem }: Fault): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path ?? '', problem]
    .filter((part) => part !== '')
    .join(': ')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}
