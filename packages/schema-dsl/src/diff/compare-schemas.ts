import { NO_STRUCT } from '../ir/no-struct.js';
import type { SchemaIR } from '../ir/schema.js';
import type { CompareOptions } from './compare-options.js';
import { Comparison, Place } from './comparison.js';
import { compareNodes } from './nodes/index.js';

/**
 * What two revisions of a schema do not have in common, and what each difference means for bytes and for programs. Fields
 * are matched by name; one of another name between the same neighbours is the same field, renamed, if it is of the same type.
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
