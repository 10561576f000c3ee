import { sizeBounds } from '../analysis/size-bounds.js';
import type { SchemaIR } from '../schema.js';
import { SchemaError } from '../schema-error.js';
import { checkChangedRegions } from './check-changed-regions.js';
import { checkChecksums } from './check-checksums.js';
import { checkConditions } from './check-conditions.js';
import { checkDerivedFields } from './check-derived-fields.js';
import { checkFlatMembers } from './check-flat-members.js';
import { checkLookAhead } from './check-look-ahead.js';
import { checkMembers } from './check-members.js';
import { checkOrder } from './check-order.js';
import { checkParameters } from './check-parameters.js';
import { checkPaths } from './check-paths.js';
import { checkPatterns } from './check-patterns.js';
import { checkPositions } from './check-positions.js';
import { checkRegions } from './check-regions.js';
import { checkSelectors } from './check-selectors.js';

/**
 * Everything that can be said to be wrong with a schema before any byte is seen.
 *
 * @throws SchemaError for the first fault.
 */
export function checkSchema(ir: SchemaIR): void {
  for (const struct of Object.values(ir.structs)) {
    for (const { name, node } of struct.fields) {
      if (sizeBounds(node, ir.structs).min === Number.POSITIVE_INFINITY)
        throw new SchemaError(
          'endless-struct',
          `${struct.name}.${name}`,
          'always contains itself, so no value is finite; make the recursion optional or a list',
        );
    }
    checkPaths(struct, ir);
    checkOrder(struct);
    checkChecksums(struct, ir);
    checkChangedRegions(struct, ir);
    checkDerivedFields(struct, ir);
    checkFlatMembers(struct);
    checkPatterns(struct);
    checkSelectors(struct, ir);
    checkMembers(struct, ir);
    checkRegions(struct, ir);
    checkPositions(struct, ir);
  }
  checkParameters(ir);
  checkConditions(ir);
  checkLookAhead(ir);
}
