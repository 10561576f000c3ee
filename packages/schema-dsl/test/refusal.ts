import type { Node } from '@bytewright/schema-dsl';
import { irOf, SchemaError } from '@bytewright/schema-dsl';

/** Compiles an invalid schema with any parameters; returns the error. */
export function refusalOf(schema: Node<unknown>): SchemaError {
  try {
    irOf(schema, { allowParameters: true });
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error('the schema was accepted');
}

/** The same, as the schema path and the message. */
export function refusal(schema: Node<unknown>): readonly [path: string, message: string] {
  const { path, message } = refusalOf(schema);
  return [path, message];
}
