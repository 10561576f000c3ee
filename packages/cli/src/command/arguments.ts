/**
 * A command line, as it was given.
 *
 * @example of `-o x guest.dev --json`: `get('output')` is `x`, `has('json')` is `true`, `operands` is `['guest.dev']`
 */
export interface Arguments {
  readonly operands: readonly string[];
  /** The operand at a place, where the command takes at least so many. */
  operand(at: number): string;
  /** Whether a switch is on. */
  has(option: string): boolean;
  /** What an option was given: the last value of several. */
  get(option: string): string | undefined;
  /** All that an option was given which may be given several times. */
  all(option: string): readonly string[];
}
