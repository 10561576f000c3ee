/**
 * An argument of a command that is not an option.
 *
 * @example `{ name: 'FILE' }`, then `{ name: 'PATH', optional: true, repeats: true }` is `FILE [PATH…]`
 */
export interface Operand {
  readonly name: string;
  readonly optional?: boolean;
  /** Whether it may be repeated; only for the last operand. */
  readonly repeats?: boolean;
}
