/** What `docs/errors.md` says of a code beside its meaning, which is the comment of the code's type. */
export interface Fault {
  /** What an author does about it, in general. */
  readonly cure: string;
  /**
   * Schemas with just this fault, each a mistake that authors make. Statements may stand in front of the schema itself, which
   * is the last line; what the package exports is in scope.
   */
  readonly examples: readonly string[];
}
