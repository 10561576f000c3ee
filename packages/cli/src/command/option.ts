/**
 * An option of a command. Each has a long name; it is a switch unless it has a value.
 *
 * @example `{ name: 'output', short: 'o', value: 'OUT', help: 'write a file' }` is `-o, --output OUT`
 */
export interface Option {
  /** The long name, without dashes. */
  readonly name: string;
  /** A single letter. */
  readonly short?: string;
  /** The name of its value in the help; without it, the option is a switch. */
  readonly value?: string;
  /** Whether it may be given several times; {@link Arguments.all} has all values. */
  readonly repeats?: boolean;
  /** The allowed values. */
  readonly choices?: readonly string[];
  /** A description. Lines are wrapped; line breaks and the indentation after them are kept. */
  readonly help: string;
}
