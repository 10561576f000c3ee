import { isStackOverflow } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import { SchemaError } from '../ir/schema-error.js';

/**
 * Calls a user-supplied function of a schema: a getter, a `.where()`, a condition. If it throws, the exception becomes an
 * error at that place in the schema.
 *
 * @param what the function as messages name it, such as `where()`
 * @throws SchemaError for anything the function throws, except a stack overflow
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
      `its ${what} throws ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}; fix that function`,
    );
    placed.cause = error;
    throw placed;
  }
}
