import { SchemaError } from './schema-error.js';

/**
 * A fault in a call of a DSL function outside any known struct: the path is the call. While a struct is being read, the
 * compiler adds its path: see {@link CallError.within}.
 *
 * @example
 * // rotateLeft(9)
 * // rotateLeft(): expected 1 to 7 bits, found 9; …
 */
export class CallError extends SchemaError {
  /** The same fault at a place in a schema. Its stack remains that of the call, where the author finds the line. */
  within(path: string): SchemaError {
    const placed = new SchemaError(this.code, path, `${this.path}: ${this.problem}`);
    const frames = this.stack?.slice(this.stack.indexOf('\n    at '));
    if (frames !== undefined) placed.stack = `${placed.name}: ${placed.message}${frames}`;
    return placed;
  }
}
