import { NO_STRUCT } from '../ir/no-struct.js';
import type { SchemaIR } from '../ir/schema.js';
import type { CompareOptions } from './compare-options.js';
import { Comparison, Place } from './comparison.js';
import { compareNodes } from './nodes/index.js';

/**
 * The differences between two revisions of a schema, and what each means for bytes and for programs. Fields are matched by
 * name; a field with another name but the same type, between the same neighbours, is the same field, renamed.
 *
 * @example
 * const comparison = compareSchemas(irOf(MessageV1), irOf(MessageV2), { renames: { 'Message.size': 'length' } });
 * comparison.changes.filter(isOnWire).map(({ path, kind }) => `${path}: ${kind}`); // ['Message.kind: width']
 */
export function compareSchemas(before: SchemaIR, after: SchemaIR, options: CompareOptions = {}): Comparison {
  const comparison = new Comparison(before, after, options);
  compareNodes(before.root, after.root, new Place(comparison, comparison.open(NO_STRUCT, NO_STRUCT), ''));
  return comparison;
}
