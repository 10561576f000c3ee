/** What `docs/errors.md` says about a code, besides its meaning, which is the comment on the code. */
export interface Fault {
  /** The general fix. */
  readonly cure: string;
  /**
   * Schemas with exactly this fault, each a realistic mistake. Statements may precede the schema itself, which
   * is the last line; what the package exports is in scope.
   */
  readonly examples: readonly string[];
}
