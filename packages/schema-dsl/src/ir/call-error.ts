import { SchemaError } from './schema-error.js';

/**
 * A fault in a call of one of the language's functions, which knows of no struct yet: the path is the call. Where a struct
 * is being read, the compiler says in which: see {@link CallError.within}.
 *
 * @example
 * // rotateLeft(9)
 * // rotateLeft(): expected 1 to 7 bits, found 9; …
 */
export class CallError extends SchemaError {
  /** The same fault at a place of a schema. Its stack is still that of the call, where the author finds the line. */
  within(path: string): SchemaError {
    const placed = new SchemaError(this.code, path, `${this.path}: ${this.problem}`);
    const frames = this.stack?.slice(this.stack.indexOf('\n    at '));
    if (frames !== undefined) placed.stack = `${placed.name}: ${placed.message}${frames}`;
    return placed;
  }
}
