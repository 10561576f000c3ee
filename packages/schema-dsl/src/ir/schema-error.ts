import { printable } from './printable.js';
import type { SchemaErrorCode } from './schema-error-code.js';

/**
 * A mistake in a schema: found when the schema is first used, never while bytes are decoded. The message is one line: where
 * the fault is, what was found, what was expected, and what to write instead.
 *
 * @example
 * // struct('Packet', { payload: bytes() })
 * // code 'missing-end', path 'Packet.payload', and the message begins with "Packet.payload: "
 */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  /** The kind of fault; `docs/errors.md` has an entry for each. */
  readonly code: SchemaErrorCode;
  /** The place in the schema, such as `Section.payload`, or the construct if no struct is known yet: `bits(Flags)`. */
  readonly path: string;
  /** The message without the path. */
  readonly problem: string;
  /** Every fault found in the same schema; the first is this error itself. */
  readonly faults: readonly SchemaError[];

  /** @param others further faults of the same schema */
  constructor(code: SchemaErrorCode, path: string, problem: string, others: readonly SchemaError[] = []) {
    // names come from authors and from files, and the message must be one line whatever they contain
    super(printable(`${path}: ${problem}`));
    this.code = code;
    this.path = printable(path);
    this.problem = printable(problem);
    this.faults = Object.freeze([this, ...others]);
  }
}
