import { sizeBounds } from '../ir/analysis/size-bounds.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { checkChangedRegions } from './check-changed-regions.js';
import { checkChecksums } from './check-checksums.js';
import { checkConditions } from './check-conditions.js';
import { checkDerivedFields } from './check-derived-fields.js';
import { checkDetermined } from './check-determined.js';
import { checkFlatMembers } from './check-flat-members.js';
import { checkLookAhead } from './check-look-ahead.js';
import { checkMembers } from './check-members.js';
import { checkOrder } from './check-order.js';
import { checkParameters } from './check-parameters.js';
import { checkPaths } from './check-paths.js';
import { checkPatterns } from './check-patterns.js';
import { checkPositions } from './check-positions.js';
import { checkRegions } from './check-regions.js';
import { checkSearches } from './check-searches.js';
import { checkSelectors } from './check-selectors.js';
import type { Faults } from './faults.js';
import { soundStructs, structsBelow } from './sound-structs.js';

/**
 * All checks of a schema that need no input bytes.
 *
 * @param faulty structs that have faults already. What contains them is checked only in ways that do not depend on them
 */
export function checkSchema(ir: SchemaIR, faulty: ReadonlySet<string>, faults: Faults): void {
  const structs = Object.values(ir.structs).filter(({ name }) => !faulty.has(name));
  const areFinite = faults.each(structs, (struct) => checkFinite(struct, ir));
  if (!areFinite) return;
  const sound = soundStructs(ir, faulty);
  const broken = new Set(faulty);
  for (const struct of structs) {
    const isWhole = struct.name in sound;
    if (isWhole && !checkPaths(struct, ir, faults)) {
      broken.add(struct.name);
      continue;
    }
    checkOrder(struct, faults);
    checkDetermined(struct, ir, faults);
    if (isWhole) {
      checkChecksums(struct, ir, faults);
      checkChangedRegions(struct, ir, faults);
      checkDerivedFields(struct, ir, faults);
    }
    faults.attempt(() => checkFlatMembers(struct));
    checkPatterns(struct, faults);
    if (!isWhole) continue;
    checkSelectors(struct, ir, faults);
    checkMembers(struct, ir, faults);
    checkRegions(struct, ir, faults);
    checkPositions(struct, ir, faults);
  }
  checkAsWhole(ir, broken, faults);
}

/** Checks that need all structs together. */
function checkAsWhole(ir: SchemaIR, faulty: ReadonlySet<string>, faults: Faults): void {
  const structs = soundStructs(ir, faulty);
  const [first] = Object.keys(structs);
  const isWhole = [...structsBelow(ir.root, ir.structs)].every((name) => name in structs);
  if (!isWhole && first === undefined) return;
  const sound: SchemaIR = { ...ir, structs, root: isWhole ? ir.root : { kind: 'struct', name: first ?? '' } };
  checkParameters(sound, faults);
  checkConditions(sound, faults);
  checkSearches(sound, faults);
  checkLookAhead(sound, faults);
}

/** A struct that merely contains an endless struct, without being part of its cycle, has no fault. */
function checkFinite(struct: StructIR, { structs }: SchemaIR): void {
  for (const { name, node } of struct.fields) {
    if (
      sizeBounds(node, structs).min === Number.POSITIVE_INFINITY &&
      structsBelow(node, structs).has(struct.name)
    )
      throw new SchemaError(
        'endless-struct',
        `${struct.name}.${name}`,
        'always contains itself, so no value is finite; make the recursion optional or a list',
      );
  }
}
