/**
 * An option of a command. Each has a long name; it is a switch unless it takes a value.
 *
 * @example `{ name: 'output', short: 'o', value: 'OUT', help: 'write a file' }` is `-o, --output OUT`
 */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** What its value is called in the help; without it the option is a switch. */
  readonly value?: string;
  /** Whether it may be given several times; {@link Arguments.all} has all values. */
  readonly repeats?: boolean;
  /** All values that it takes. */
  readonly choices?: readonly string[];
  /** What it does. Lines are filled; a line break stays, also with blanks behind it. */
  readonly help: string;
}
