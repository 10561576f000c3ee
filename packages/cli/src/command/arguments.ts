/**
 * A parsed command line.
 *
 * @example for `-o x guest.dev --json`: `get('output')` is `x`, `has('json')` is `true`, `operands` is `['guest.dev']`
 */
export interface Arguments {
  readonly operands: readonly string[];
  /** The operand at an index, if the command requires at least that many. */
  operand(at: number): string;
  /** Whether a switch is on. */
  has(option: string): boolean;
  /** The value of an option; the last one if it was given several times. */
  get(option: string): string | undefined;
  /** All values of an option that may be given several times. */
  all(option: string): readonly string[];
}
