import { isStackOverflow } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * Runs a function of the author's that belongs to a schema: a getter, a `.where()`, a condition. What it throws becomes an
 * error of that place in the schema.
 *
 * @param what how messages call it, such as `where()`
 * @throws SchemaError for whatever it throws, but for an overflow of the stack
 */
export function askAuthor<T>(path: string, what: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CallError) throw error.within(path);
    if (error instanceof SchemaError || isStackOverflow(error)) throw error;
    const placed = new SchemaError(
      'failed-callback',
      path,
      `its ${what} throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}; correct it there`,
    );
    placed.cause = error;
    throw placed;
  }
}
